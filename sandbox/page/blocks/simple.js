// The blocks that only stand there: header, divider, context, image; and a row of actions.
import { el, span } from "../parts/dom.js";
import { drawPicture } from "../parts/picture.js";
import { drawElement } from "../elements/draw.js";
import { drawText, plainWords } from "../text/draw.js";

export function drawHeader(block) {
  return el("h3", { class: "block-heading" }, plainWords(block.text?.text, block.text?.emoji !== false));
}

export function drawDivider() {
  return el("hr", { class: "divider" });
}

export function drawContext(block, surface) {
  const draw = (element) => (element.type === "image" ? drawPicture(element, "small") : span("context-text", drawText(element, surface.workspace)));
  return (block.elements ?? []).map(draw);
}

export function drawActions(block, surface) {
  return (block.elements ?? []).map((element) => drawElement(element, block.block_id, surface));
}

export function drawImageBlock(block) {
  return el("figure", { class: "figure" }, block.title ? el("figcaption", null, plainWords(block.title.text)) : null, drawPicture(block));
}
