// Checkboxes and radio buttons, each option with its words and description.
import { el, newId, span } from "../parts/dom.js";
import { drawText } from "../text/draw.js";

export function drawCheckboxes(stand) {
  const { options = [], initial_options = [] } = stand.element;
  const state = stand.start({ selected_options: initial_options });
  const chosen = new Set((state.selected_options ?? []).map((option) => option.value));
  const group = el("div", { role: "group", class: "boxes", ...stand.naming("Choices") });
  const changed = async () => {
    const ticked = [...group.querySelectorAll("input")].map((box) => box.checked);
    const kept = await stand.change({ selected_options: options.filter((_, index) => ticked[index]) });
    if (!kept) restore(group, options, new Set(stand.state.selected_options.map((option) => option.value)));
  };
  group.append(...options.map((option, index) => drawOption(stand, "checkbox", option, index, chosen.has(option.value), changed)));
  return group;
}

export function drawRadios(stand) {
  const { options = [], initial_option = null } = stand.element;
  const state = stand.start({ selected_option: initial_option });
  const group = el("div", { role: "radiogroup", class: "boxes", ...stand.naming("Choices") });
  const name = newId("radio");
  const changed = async (index) => {
    const kept = await stand.change({ selected_option: options[index] });
    if (!kept) restore(group, options, new Set([stand.state.selected_option?.value]));
  };
  const isChosen = (option) => state.selected_option?.value === option.value;
  group.append(...options.map((option, index) => drawOption(stand, "radio", option, index, isChosen(option), () => changed(index), name)));
  return group;
}

function drawOption(stand, type, option, index, checked, changed, name = null) {
  const words = newId("option");
  const box = el("input", {
    type, name, checked, "aria-labelledby": words, data: { focus: `${stand.focusKey}/${index}` }, on: { change: changed },
  });
  return el("label", { class: "box" }, box, el("span", { id: words, class: "box-words" },
    span("box-text", drawText(option.text, stand.workspace)),
    option.description ? span("box-description", drawText(option.description, stand.workspace)) : null));
}

function restore(group, options, chosen) {
  [...group.querySelectorAll("input")].forEach((box, index) => {
    box.checked = chosen.has(options[index].value);
  });
}
