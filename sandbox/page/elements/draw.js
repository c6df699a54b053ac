// Draws one element of a block by its kind; a kind the page does not know shows its name.
import { span } from "../parts/dom.js";
import { drawButton, drawFeedback, drawIconButton } from "./button.js";
import { drawCheckboxes, drawRadios } from "./boxes.js";
import { drawDate, drawDateTime, drawTime } from "./dates.js";
import { drawOverflow } from "./overflow.js";
import { drawPicture } from "../parts/picture.js";
import { drawSelect } from "./select.js";
import { drawTextInput } from "./text_input.js";
import { Stand } from "./stand.js";

const SELECTS = ["static", "external", "users", "conversations", "channels"].flatMap((kind) => [`${kind}_select`, `multi_${kind}_select`]);

const DRAW = {
  button: drawButton,
  checkboxes: drawCheckboxes,
  datepicker: drawDate,
  datetimepicker: drawDateTime,
  email_text_input: drawTextInput,
  feedback_buttons: drawFeedback,
  icon_button: drawIconButton,
  image: (stand) => drawPicture(stand.element, "small"),
  number_input: drawTextInput,
  overflow: drawOverflow,
  plain_text_input: drawTextInput,
  radio_buttons: drawRadios,
  rich_text_input: drawTextInput,
  timepicker: drawTime,
  url_text_input: drawTextInput,
  workflow_button: drawButton,
  ...Object.fromEntries(SELECTS.map((type) => [type, drawSelect])),
};

/** @param {object} [input] how it stands in an input block: label, describedBy, optional, dispatch */
export function drawElement(element, block_id, surface, input = {}) {
  const draw = DRAW[element?.type];
  if (!draw) return span("unknown", `A “${element?.type}” element`);
  return draw(new Stand(element, block_id, surface, input));
}
