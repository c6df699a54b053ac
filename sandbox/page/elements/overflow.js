// The three dots of a section: a few more things to do.
import { icon } from "../parts/icons.js";
import { menuButton } from "../parts/menu.js";
import { outward, plainWords } from "../text/draw.js";
import { safeLink } from "../text/links.js";

export function drawOverflow(stand) {
  const items = () => (stand.element.options ?? []).map((option) => ({
    text: plainWords(option.text?.text),
    description: option.description ? plainWords(option.description.text) : undefined,
    act: () => choose(stand, option),
  }));
  return menuButton({ class: "icon-button bordered", data: { focus: stand.focusKey } }, "More choices", items, icon("dots"));
}

function choose(stand, option) {
  const link = option.url && safeLink(option.url);
  if (link) outward(link).click();
  stand.press({ selected_option: option });
}
