// Select menus of every kind: a button that opens a searchable list; the multi ones hold their choices as chips.
import { iconButton } from "../parts/controls.js";
import { div, el, fill, newId, span } from "../parts/dom.js";
import { icon } from "../parts/icons.js";
import { Chooser } from "../parts/chooser.js";
import { plainWords } from "../text/draw.js";
import { sourceOf } from "./sources.js";

export function drawSelect(stand) {
  return stand.element.type.startsWith("multi_") ? new ManySelect(stand).node : new OneSelect(stand).node;
}

/** What both kinds share: the source of choices, the button and its list. */
class Select {
  constructor(stand, many) {
    this.stand = stand;
    this.many = many;
    this.source = sourceOf(stand);
    this.slot = `selected_${this.source.key}${many ? "s" : ""}`;
    this.stand.start({ [this.slot]: this.initial() });
    this.words = plainWords(stand.element.placeholder?.text ?? "Choose");
    this.valueId = newId("value");
    this.button = this.drawButton();
  }

  initial() {
    const { element, surface } = this.stand;
    const given = element[`initial_${this.source.key}${this.many ? "s" : ""}`];
    if (given) return given;
    const here = element.default_to_current_conversation ? surface.where.channel : null;
    if (this.many) return here ? [here] : [];
    return here ?? null;
  }

  get held() {
    const value = this.stand.state[this.slot];
    return (this.many ? value ?? [] : [value].filter(Boolean)).map((each) => this.source.toChoice(each));
  }

  drawButton() {
    const { label, describedBy } = this.stand.input;
    const name = label ? { "aria-labelledby": `${label} ${this.valueId}`, "aria-describedby": describedBy } : {};
    return el("button", {
      type: "button", class: "select", "aria-haspopup": "listbox", "aria-expanded": false, ...name,
      data: { focus: this.stand.focusKey }, on: { click: () => this.toggle(), keydown: (event) => this.key(event) },
    }, el("span", { class: "select-value", id: this.valueId }), icon("down"));
  }

  toggle() {
    if (this.chooser?.isOpen) this.chooser.close();
    else this.open();
  }

  key(event) {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    this.open();
  }

  open() {
    const { find, fewest = 0, wait = 0 } = this.source;
    this.chooser = new Chooser(this.button, {
      label: this.words, find, fewest, wait, many: this.many,
      chosen: () => new Set(this.held.map((choice) => choice.key)),
      choose: (choice) => this.choose(choice),
      onClose: () => this.closed(),
    });
    this.chooser.open();
  }

  closed() {}
}

class OneSelect extends Select {
  constructor(stand) {
    super(stand, false);
    this.clear = this.drawClear();
    this.node = span("select-one", this.button, this.clear);
    this.show();
  }

  drawClear() {
    if (!this.stand.input.optional) return null;
    return iconButton("close", "Clear the choice", () => this.set(null), { class: "icon-button clear" });
  }

  show() {
    const [choice] = this.held;
    const value = this.button.querySelector(".select-value");
    value.textContent = choice?.text ?? this.words;
    value.classList.toggle("unset", !choice);
    if (this.clear) this.clear.hidden = !choice;
  }

  choose(choice) {
    return this.set(this.source.toValue(choice));
  }

  async set(value) {
    const change = this.stand.change({ [this.slot]: value });
    this.show();
    if (!(await change)) this.show();
    if (value === null) this.button.focus();
  }
}

class ManySelect extends Select {
  constructor(stand) {
    super(stand, true);
    this.chips = span("chips");
    this.node = div("select-many", this.chips, this.button);
    this.told = JSON.stringify(this.stand.state[this.slot]);
    this.show();
  }

  show() {
    const held = this.held;
    fill(this.chips, held.map((choice) => span("chip", choice.text,
      iconButton("close", `Remove ${choice.text}`, () => this.drop(choice)))));
    const value = this.button.querySelector(".select-value");
    value.textContent = held.length ? "Add another" : this.words;
    value.classList.toggle("unset", true);
  }

  get full() {
    const most = this.stand.element.max_selected_items;
    return Boolean(most) && this.held.length >= most;
  }

  choose(choice) {
    const has = this.held.some((each) => each.key === choice.key);
    if (has) this.keep(this.held.filter((each) => each.key !== choice.key));
    else if (!this.full) this.keep([...this.held, choice]);
  }

  drop(choice) {
    this.keep(this.held.filter((each) => each.key !== choice.key));
    this.button.focus();
    this.closed();
  }

  keep(choices) {
    this.stand.keep({ [this.slot]: choices.map((choice) => this.source.toValue(choice)) });
    this.show();
  }

  /** The app hears once, when the list closes, and only of a change. */
  async closed() {
    const value = this.stand.state[this.slot];
    const words = JSON.stringify(value);
    if (words === this.told) return;
    const kept = await this.stand.change({ [this.slot]: value });
    if (kept) this.told = words;
    else this.keep(JSON.parse(this.told).map((each) => this.source.toChoice(each)));
  }
}
