// A list one searches and chooses from: for select menus, people and the person switcher.
import { div, el, fill, newId, span } from "./dom.js";
import { icon } from "./icons.js";
import { Popup } from "./popup.js";

/**
 * @typedef {{key: string, text: string, description?: string, picture?: () => Node}} Choice
 * @typedef {{label?: string, choices: Choice[]}} Group
 */

/** A popup with a search field over a listbox; focus stays in the field, arrows move the choice. */
export class Chooser {
  #asked = 0;
  #timer = 0;
  #looking = false;
  #takeNext = false;

  /**
   * @param {HTMLElement} anchor
   * @param {object} options
   * @param {string} options.label what is chosen
   * @param {(query: string) => Promise<Group[]>} options.find the choices that fit what is typed
   * @param {(choice: Choice) => void} options.choose
   * @param {() => Set<string>} [options.chosen] keys that stand chosen
   * @param {boolean} [options.many] stays open after a choice
   * @param {number} [options.fewest] letters to type before anything is looked for
   * @param {number} [options.wait] milliseconds to wait for the next letter
   * @param {() => void} [options.onClose]
   */
  constructor(anchor, options) {
    this.options = { fewest: 0, wait: 0, many: false, chosen: () => new Set(), onClose: () => {}, ...options };
    this.popup = new Popup(anchor, { class: "chooser", onClose: () => this.options.onClose() });
    const listId = newId("choices");
    this.list = el("div", {
      role: "listbox", id: listId, class: "choices", "aria-label": options.label, "aria-multiselectable": this.options.many,
    });
    this.field = el("input", {
      type: "text", role: "combobox", autocomplete: "off", spellcheck: "false", "aria-label": `Search: ${options.label}`,
      "aria-expanded": true, "aria-autocomplete": "list", "aria-controls": listId, placeholder: "Search",
      on: { input: () => this.#typed(), keydown: (event) => this.#key(event) },
    });
    this.word = el("p", { class: "chooser-word", role: "status" });
    this.popup.node.append(div("chooser-search", icon("search"), this.field), this.word, this.list);
  }

  open() {
    this.popup.open();
    this.field.focus();
    return this.refresh();
  }

  close() {
    this.popup.close();
  }

  get isOpen() {
    return this.popup.isOpen;
  }

  /** Looks again for what is typed now; an answer that comes late, after a newer question, is dropped. */
  async refresh() {
    const query = this.field.value.trim();
    const missing = this.options.fewest - query.length;
    this.#asked += 1;
    const mine = this.#asked;
    this.#looking = false;
    if (missing > 0) return this.#say(`Type ${missing} more letter${missing === 1 ? "" : "s"} to search`);
    if (this.options.wait) this.#say("Searching…");
    this.#looking = true;
    const groups = await this.options.find(query).catch(() => null);
    if (mine !== this.#asked) return undefined;
    this.#looking = false;
    if (!this.isOpen) return this.#takeLate(groups ?? []);
    if (!groups) return this.#say("The app gave no choices. Try again in a moment.");
    return this.#show(groups);
  }

  #typed() {
    clearTimeout(this.#timer);
    this.#takeNext = false;
    if (!this.options.wait) return this.refresh();
    this.#looking = true;
    this.#timer = setTimeout(() => this.refresh(), this.options.wait);
    return undefined;
  }

  /** Enter takes what is pointed at; while the choices are still looked for, the first that comes. */
  #take() {
    this.#takeNext = this.#looking;
    if (!this.#looking) this.#pointed?.click();
  }

  #say(words) {
    this.word.textContent = words;
    fill(this.list);
    this.field.removeAttribute("aria-activedescendant");
    this.popup.place();
  }

  #show(groups) {
    const chosen = this.options.chosen();
    const some = groups.some((group) => group.choices.length > 0);
    this.#say(some ? "" : "Nothing fits");
    fill(this.list, groups.filter((group) => group.choices.length).map((group) => this.#drawGroup(group, chosen)));
    this.#point(this.list.querySelector('[aria-selected="true"]') ?? this.#entries()[0]);
    this.popup.place();
    if (this.#takeNext) this.#take();
  }

  /** Enter was pressed before the choices came, and the person has gone on since. */
  #takeLate(groups) {
    const [first] = groups.flatMap((group) => group.choices);
    if (this.#takeNext && first) this.options.choose(first);
  }

  #drawGroup(group, chosen) {
    const drawn = group.choices.map((choice) => this.#drawChoice(choice, chosen.has(choice.key)));
    if (!group.label) return drawn;
    const id = newId("group");
    return el("div", { role: "group", "aria-labelledby": id }, el("div", { id, class: "choice-group" }, group.label), drawn);
  }

  #drawChoice(choice, isChosen) {
    return el(
      "div",
      {
        role: "option", id: newId("choice"), class: "choice", "aria-selected": isChosen, data: { key: choice.key },
        on: {
          pointerdown: (event) => event.preventDefault(),
          click: () => this.#choose(choice),
          pointermove: (event) => this.#point(event.currentTarget),
        },
      },
      choice.picture?.(),
      span("choice-words",
        span("choice-text", choice.text),
        choice.description ? span("choice-description", choice.description) : null),
      isChosen ? icon("check") : null,
    );
  }

  #choose(choice) {
    if (!this.options.many) this.popup.close();
    this.options.choose(choice);
    if (this.options.many) this.refresh();
  }

  #entries() {
    return [...this.list.querySelectorAll('[role="option"]')];
  }

  get #pointed() {
    return this.list.querySelector(".pointed");
  }

  #point(entry) {
    this.#pointed?.classList.remove("pointed");
    if (!entry) return;
    entry.classList.add("pointed");
    entry.scrollIntoView({ block: "nearest" });
    this.field.setAttribute("aria-activedescendant", entry.id);
  }

  #key(event) {
    const all = this.#entries();
    const here = all.indexOf(this.#pointed);
    const moves = { ArrowDown: here + 1, ArrowUp: here - 1 + (here < 1 ? all.length : 0), PageDown: here + 8, PageUp: here - 8 };
    if (event.key in moves && all.length) {
      event.preventDefault();
      const to = event.key.startsWith("Page") ? Math.max(0, Math.min(moves[event.key], all.length - 1)) : moves[event.key] % all.length;
      this.#point(all[to]);
    } else if (event.key === "Enter") {
      event.preventDefault();
      this.#take();
    } else if (event.key === "Tab") {
      this.popup.close();
    }
  }
}

/** Keeps the choices whose text or description holds every word typed, capitals and accents aside. */
export function fitting(groups, query) {
  const words = plain(query).split(/\s+/).filter(Boolean);
  const fits = (choice) => words.every((word) => plain(`${choice.text} ${choice.description ?? ""}`).includes(word));
  return groups.map((group) => ({ ...group, choices: group.choices.filter(fits) }));
}

function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
