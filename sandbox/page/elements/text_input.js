// Fields to write in: one line or several, numbers, mail and web addresses.
import { div, el } from "../parts/dom.js";
import { plainWords } from "../text/draw.js";

const MODES = { number_input: "decimal", email_text_input: "email", url_text_input: "url" };
const COUNTED_FROM = 0.8;

export function drawTextInput(stand) {
  const { element } = stand;
  const rich = element.type === "rich_text_input";
  const state = stand.start(rich ? { rich_text_value: element.initial_value ?? null } : { value: element.initial_value ?? null });
  const many = element.multiline || rich;
  const field = el(many ? "textarea" : "input", {
    type: many ? null : "text", class: "field-control", rows: many ? 4 : null, autocomplete: "off",
    placeholder: element.placeholder ? plainWords(element.placeholder.text) : null, inputmode: MODES[element.type] ?? null,
    autofocus: element.focus_on_load, value: rich ? richWords(state.rich_text_value) : state.value ?? "",
    ...stand.naming(plainWords(element.placeholder?.text ?? "Text")), data: { focus: stand.focusKey },
  });
  const count = drawCount(element);
  listen(stand, field, rich ? (words) => ({ rich_text_value: words ? richFrom(words) : null }) : (words) => ({ value: words || null }));
  if (!count) return field;
  const recount = () => showCount(count, element.max_length, field.value);
  field.addEventListener("input", recount);
  recount();
  return div("counted", field, count);
}

/** Keeps every letter; tells the app on Enter or on each letter where the block asks for it. */
function listen(stand, field, toState) {
  const triggers = stand.element.dispatch_action_config?.trigger_actions_on ?? ["on_enter_pressed"];
  const onLetters = stand.tells && triggers.includes("on_character_entered");
  const onEnter = stand.tells && triggers.includes("on_enter_pressed");
  field.addEventListener("input", () => stand.change(toState(field.value), { tell: onLetters }));
  if (!onEnter) return;
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing || (field.tagName === "TEXTAREA" && event.shiftKey)) return;
    event.preventDefault();
    stand.press(toState(field.value));
  });
}

function drawCount(element) {
  return element.max_length ? el("span", { class: "count", "aria-live": "polite" }) : null;
}

function showCount(node, most, words) {
  const left = most - [...words].length;
  node.hidden = left > most * (1 - COUNTED_FROM);
  node.textContent = left < 0 ? `${-left} too many` : `${left} left`;
  node.classList.toggle("over", left < 0);
}

function richFrom(words) {
  return { type: "rich_text", elements: [{ type: "rich_text_section", elements: [{ type: "text", text: words }] }] };
}

function richWords(value) {
  return (value?.elements ?? []).flatMap((part) => part.elements ?? []).map((run) => run.text ?? "").join("");
}
