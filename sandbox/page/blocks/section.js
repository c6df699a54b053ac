// A section: words, up to ten fields in two columns, and one thing beside them.
import { div } from "../parts/dom.js";
import { drawElement } from "../elements/draw.js";
import { drawText } from "../text/draw.js";
import { drawPicture } from "../parts/picture.js";

export function drawSection(block, surface) {
  const words = div("section-words",
    block.text ? div("section-text", drawText(block.text, surface.workspace)) : null,
    block.fields ? div("fields", block.fields.map((field) => div("field", drawText(field, surface.workspace)))) : null);
  return [words, block.accessory ? div("accessory", drawAccessory(block, surface)) : null];
}

function drawAccessory(block, surface) {
  if (block.accessory.type === "image") return drawPicture(block.accessory, "beside");
  return drawElement(block.accessory, block.block_id, surface);
}
