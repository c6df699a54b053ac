// The control that has the focus, if nothing shows it; null when a ring or shadow does, or nothing has the focus.
() => {
  const control = document.activeElement;
  if (!control || control === document.body) return null;
  const box = control.closest(".composer-box") ?? control;
  const { outlineStyle } = getComputedStyle(control);
  const shows = outlineStyle !== "none" || getComputedStyle(control).boxShadow !== "none" || getComputedStyle(box).boxShadow !== "none";
  return shows ? null : control.outerHTML;
}
