// Buttons: plain, primary, danger, with a link, as an icon, and thumbs for feedback.
import { el, span } from "../parts/dom.js";
import { icon } from "../parts/icons.js";
import { outward, plainWords } from "../text/draw.js";
import { safeLink } from "../text/links.js";

export function drawButton(stand) {
  const { element } = stand;
  const words = plainWords(element.text?.text, element.text?.emoji !== false);
  const name = `button ${["primary", "danger"].includes(element.style) ? element.style : ""}`.trim();
  const attributes = { class: name, "aria-label": element.accessibility_label, data: { focus: stand.focusKey } };
  const link = element.url && safeLink(element.url);
  if (link) return linked(link, words, attributes, stand);
  const button = el("button", { type: "button", ...attributes }, words);
  button.addEventListener("click", () => whileBusy(button, () => stand.press(valueOf(element))));
  return button;
}

function linked(link, words, attributes, stand) {
  const anchor = outward(link, words);
  for (const name of attributes.class.split(" ")) anchor.classList.add(name);
  anchor.dataset.focus = attributes.data.focus;
  anchor.addEventListener("click", () => stand.press(valueOf(stand.element)));
  return anchor;
}

function valueOf(element) {
  return element.value === undefined ? {} : { value: element.value };
}

/** Runs once at a time: a second press while the app is asked does nothing. */
export async function whileBusy(button, act) {
  if (button.getAttribute("aria-busy") === "true") return;
  button.setAttribute("aria-busy", "true");
  try {
    await act();
  } finally {
    button.removeAttribute("aria-busy");
  }
}

const SIGNS = { trash: "bin", edit: "pencil", copy: "file" };

export function drawIconButton(stand) {
  const words = plainWords(stand.element.text?.text ?? stand.element.accessibility_label ?? "Press");
  const button = el("button", { type: "button", class: "icon-button", title: words, "aria-label": words, data: { focus: stand.focusKey } },
    icon(SIGNS[stand.element.icon] ?? "note"));
  button.addEventListener("click", () => whileBusy(button, () => stand.press(valueOf(stand.element))));
  return button;
}

export function drawFeedback(stand) {
  const { positive_button: yes, negative_button: no } = stand.element;
  return span("feedback", [yes, no].filter(Boolean).map((choice, index) => {
    const words = plainWords(choice.text?.text);
    const focus = `${stand.focusKey}/${index}`;
    const button = el("button", { type: "button", class: "button", "aria-label": choice.accessibility_label, data: { focus } }, words);
    button.addEventListener("click", () => whileBusy(button, () => stand.press({ value: choice.value })));
    return button;
  }));
}
