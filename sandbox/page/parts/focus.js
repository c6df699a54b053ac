// Keeps the reader's place while a part of the page is drawn anew.

/** Draws with `draw`, then gives focus and caret back to the control that took the old one's place. */
export function keepingFocus(container, draw) {
  const before = document.activeElement;
  const key = container.contains(before) ? before.dataset.focus : null;
  const caret = key && isText(before) ? [before.selectionStart, before.selectionEnd] : null;
  draw();
  if (!key || before.isConnected) return;
  const after = [...container.querySelectorAll("[data-focus]")].find((control) => control.dataset.focus === key);
  after?.focus({ preventScroll: true });
  if (after && caret && isText(after)) after.setSelectionRange(...caret);
}

function isText(control) {
  return control instanceof HTMLTextAreaElement || (control instanceof HTMLInputElement && control.type === "text");
}

const FOCUSABLE = "a[href], button, input, select, textarea, [tabindex]:not([tabindex='-1'])";

/** The first control inside that takes focus, hidden ones aside. */
export function firstFocusable(container) {
  return [...container.querySelectorAll(FOCUSABLE)].find((control) => !control.disabled && control.offsetParent !== null);
}
