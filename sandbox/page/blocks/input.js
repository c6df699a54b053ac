// An input block: label, field, hint, and the error that belongs to it.
import { el, newId, span } from "../parts/dom.js";
import { icon } from "../parts/icons.js";
import { drawElement } from "../elements/draw.js";
import { plainWords } from "../text/draw.js";

export function drawInput(block, surface) {
  const label = newId("label");
  const hint = newId("hint");
  const error = newId("error");
  const control = drawElement(block.element, block.block_id, surface, {
    inInput: true, label, describedBy: `${hint} ${error}`, optional: Boolean(block.optional), dispatch: Boolean(block.dispatch_action),
  });
  return [
    el("div", { class: "label", id: label }, plainWords(block.label?.text), block.optional ? span("optional", " (optional)") : null),
    control,
    el("p", { class: "field-error", id: error, hidden: true }),
    el("p", { class: "hint", id: hint, hidden: !block.hint }, block.hint ? plainWords(block.hint.text) : null),
  ];
}

/** Shows an error under a block's field, or takes it away; says whether the block was there. */
export function showError(container, block_id, words) {
  const block = [...container.querySelectorAll(".block")].find((node) => node.dataset.block === block_id);
  const line = block?.querySelector(".field-error");
  if (!line) return false;
  line.hidden = !words;
  line.replaceChildren(...(words ? [icon("warning"), words] : []));
  block.classList.toggle("wrong", Boolean(words));
  for (const control of block.querySelectorAll("[data-focus]")) control.setAttribute("aria-invalid", String(Boolean(words)));
  return true;
}
