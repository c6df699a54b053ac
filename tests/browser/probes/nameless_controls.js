// The controls a screen reader could not name.
() => {
  const own = (control) => (control.getAttribute("aria-label") || control.textContent || control.placeholder || "").trim();
  const named = (control) => (control.getAttribute("aria-labelledby") ?? "").split(" ").some((id) => document.getElementById(id)?.textContent.trim());
  const controls = document.querySelectorAll("button, a[href], input:not([type=file]), textarea, [role=option], [role=menuitem]");
  return [...controls].filter((control) => !own(control) && !named(control) && !control.labels?.length).map((control) => control.outerHTML);
}
