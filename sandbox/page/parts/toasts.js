// Short words at the edge of the page: what a phone would preview, and what went wrong.
import { iconButton } from "./controls.js";
import { div, el, span } from "./dom.js";
import { icon } from "./icons.js";

const SHOWN_FOR = 8000;
const SAME_WITHIN = 2500;
const KEPT = 30;
const TROUBLE = "Something did not work";

/** Shows toasts and remembers the last ones for the activity list. */
export class Toasts {
  constructor() {
    this.node = el("div", { class: "toasts", role: "region", "aria-label": "Activity", "aria-live": "polite" });
    this.past = [];
  }

  /**
   * @typedef {{kind: "notification"|"trouble"|"word", title: string, text?: string, act?: () => void, quiet?: boolean}} News
   * @param {News} news a quiet one is only remembered
   */
  show(news) {
    if (news.kind === "trouble" && this.#saidLately(news.text)) return;
    this.past = [{ ...news, at: Date.now() }, ...this.past].slice(0, KEPT);
    if (!news.quiet) this.#add(news);
  }

  /** These words are said elsewhere on the page: no toast for them, not even if they come again in a moment. */
  absorb(text) {
    const saysIt = (toast) => toast.querySelector(".toast-text")?.textContent === text;
    for (const toast of this.node.querySelectorAll(".toast.trouble")) if (saysIt(toast)) toast.remove();
    this.show({ kind: "trouble", title: TROUBLE, text, quiet: true });
  }

  #saidLately(text) {
    return this.past.some((news) => news.kind === "trouble" && news.text === text && Date.now() - news.at < SAME_WITHIN);
  }

  trouble(text) {
    this.show({ kind: "trouble", title: TROUBLE, text });
  }

  #add(news) {
    const toast = el("div", { class: `toast ${news.kind}`, role: news.kind === "trouble" ? "alert" : null });
    const end = () => toast.remove();
    let timer = setTimeout(end, SHOWN_FOR);
    const words = [span("toast-title", news.title), news.text ? span("toast-text", news.text) : null];
    const act = () => {
      end();
      news.act();
    };
    toast.append(
      icon(news.kind === "trouble" ? "warning" : news.kind === "notification" ? "bell" : "note"),
      news.act ? el("button", { type: "button", class: "toast-words", on: { click: act } }, words) : div("toast-words", words),
      iconButton("close", "Dismiss", end),
    );
    const hold = () => clearTimeout(timer);
    const resume = () => {
      hold();
      timer = setTimeout(end, SHOWN_FOR);
    };
    toast.addEventListener("pointerenter", hold);
    toast.addEventListener("focusin", hold);
    toast.addEventListener("pointerleave", resume);
    toast.addEventListener("focusout", resume);
    this.node.append(toast);
  }
}
