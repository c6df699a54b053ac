// On a narrow screen the rail is a drawer: opened by a button, closed by Esc, the scrim or a choice.
import { el } from "../parts/dom.js";
import { firstFocusable } from "../parts/focus.js";

export class Drawer {
  /** @param {HTMLElement} rail @param {HTMLButtonElement} button @param {HTMLElement[]} behind what cannot be reached while it is open */
  constructor(rail, button, behind) {
    Object.assign(this, { rail, button, behind });
    this.scrim = el("div", { class: "scrim", hidden: true, on: { click: () => this.close() } });
    rail.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.isOpen) this.close({ refocus: true });
    });
  }

  get isOpen() {
    return this.rail.classList.contains("open");
  }

  toggle() {
    if (this.isOpen) this.close({ refocus: true });
    else this.#set(true);
  }

  close({ refocus = false } = {}) {
    if (!this.isOpen) return;
    this.#set(false);
    if (refocus) this.button.focus();
  }

  #set(open) {
    this.rail.classList.toggle("open", open);
    this.scrim.hidden = !open;
    this.button.setAttribute("aria-expanded", String(open));
    for (const part of this.behind) part.inert = open;
    if (open) (this.rail.querySelector('[aria-current="page"]') ?? firstFocusable(this.rail))?.focus();
  }
}
