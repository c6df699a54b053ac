// The list over the writing field: arrows choose, Enter or Tab takes, Esc puts it away.
import { el, fill, newId, span } from "../parts/dom.js";

export class Suggestions {
  #now = null;
  #at = 0;

  /** @param {HTMLTextAreaElement} field @param {(from: number, insert: string) => void} take */
  constructor(field, take) {
    this.field = field;
    this.take = take;
    this.id = newId("suggestions");
    this.list = el("div", { id: this.id, class: "suggestions", role: "listbox", hidden: true });
    this.word = el("span", { class: "aside", role: "status" });
    this.node = el("div", null, this.list, this.word);
    field.setAttribute("aria-controls", this.id);
    field.setAttribute("aria-autocomplete", "list");
  }

  get isOpen() {
    return !this.list.hidden;
  }

  /** @param {ReturnType<import("./suggest.js").suggestFor>} suggestion */
  show(suggestion) {
    this.#now = suggestion;
    this.#at = 0;
    this.list.hidden = !suggestion;
    this.word.textContent = suggestion ? `${suggestion.label}: ${suggestion.items.length}. Arrows choose, Enter takes.` : "";
    if (!suggestion) return this.field.removeAttribute("aria-activedescendant");
    this.list.setAttribute("aria-label", suggestion.label);
    fill(this.list, suggestion.items.map((item, index) => this.#draw(item, index)));
    return this.#point(0);
  }

  hide() {
    this.show(null);
  }

  /** True when the key was for the list. */
  key(event) {
    if (!this.isOpen) return false;
    const count = this.#now.items.length;
    if (event.key === "ArrowDown") this.#point((this.#at + 1) % count);
    else if (event.key === "ArrowUp") this.#point((this.#at - 1 + count) % count);
    else if (event.key === "Escape") this.hide();
    else if (event.key === "Tab" && !event.shiftKey) this.#choose(this.#at);
    else if (event.key === "Enter" && !event.shiftKey && !this.#now.exact) this.#choose(this.#at);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  }

  #draw(item, index) {
    return el("div", {
      role: "option", id: `${this.id}-${index}`, class: "suggestion",
      on: { pointerdown: (event) => event.preventDefault(), click: () => this.#choose(index), pointermove: () => this.#point(index) },
    },
    item.picture?.(),
    span("suggestion-words",
      span("suggestion-first", span("suggestion-text", item.text), item.hint ? span("suggestion-hint", ` ${item.hint}`) : null),
      item.description ? span("suggestion-description", item.description) : null));
  }

  #point(index) {
    this.#at = index;
    [...this.list.children].forEach((entry, each) => {
      entry.classList.toggle("pointed", each === index);
      entry.setAttribute("aria-selected", String(each === index));
    });
    this.list.children[index].scrollIntoView({ block: "nearest" });
    this.field.setAttribute("aria-activedescendant", `${this.id}-${index}`);
  }

  #choose(index) {
    const { from, items } = this.#now;
    this.hide();
    this.take(from, items[index].insert);
  }
}
