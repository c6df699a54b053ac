// Stands a small panel beside what opened it, and closes it on Esc, on a press elsewhere or when focus leaves.
import { div } from "./dom.js";

const GAP = 6;
const EDGE = 8;

/** A panel that is open: `close()` ends it and gives focus back to its anchor. */
export class Popup {
  #ending = new AbortController();

  /**
   * @param {HTMLElement} anchor
   * @param {{class?: string, onClose?: () => void, above?: boolean}} options
   */
  constructor(anchor, { class: name = "", onClose = () => {}, above = false } = {}) {
    this.anchor = anchor;
    this.onClose = onClose;
    this.above = above;
    this.node = div(`popup ${name}`);
  }

  /** Shows the panel; it joins the dialog its anchor is in, since the rest of the page is inert then. */
  open() {
    const { signal } = this.#ending;
    (this.anchor.closest("dialog") ?? document.body).append(this.node);
    this.anchor.setAttribute("aria-expanded", "true");
    this.place();
    this.#watchAnchor(signal);
    document.addEventListener("pointerdown", (event) => this.#pressed(event), { signal, capture: true });
    document.addEventListener("keydown", (event) => this.#key(event), { signal, capture: true });
    this.node.addEventListener("focusout", (event) => this.#left(event), { signal });
    window.addEventListener("resize", () => this.place(), { signal });
    document.addEventListener("scroll", (event) => this.#scrolled(event), { signal, capture: true });
  }

  get isOpen() {
    return this.node.isConnected;
  }

  close({ refocus = true } = {}) {
    if (!this.isOpen) return;
    this.#ending.abort();
    this.anchor.setAttribute("aria-expanded", "false");
    this.node.remove();
    if (refocus) this.anchor.focus({ preventScroll: true });
    this.onClose();
  }

  place() {
    const box = this.anchor.getBoundingClientRect();
    const { style } = this.node;
    style.maxHeight = `${Math.max(innerHeight - 2 * EDGE, 120)}px`;
    const { offsetWidth: width, offsetHeight: height } = this.node;
    const below = innerHeight - box.bottom - GAP - EDGE;
    const up = this.above || (height > below && box.top > below);
    const room = (up ? box.top : innerHeight - box.bottom) - GAP - EDGE;
    style.maxHeight = `${Math.max(room, 140)}px`;
    style.left = `${clamp(box.left, EDGE, innerWidth - width - EDGE)}px`;
    style.top = up ? `${Math.max(box.top - GAP - Math.min(height, room), EDGE)}px` : `${box.bottom + GAP}px`;
  }

  /** A panel whose button was drawn anew, and so is gone, closes. */
  #watchAnchor(signal) {
    const watch = new ResizeObserver(() => this.anchor.isConnected || this.close({ refocus: false }));
    watch.observe(this.anchor);
    signal.addEventListener("abort", () => watch.disconnect());
  }

  #pressed(event) {
    if (this.node.contains(event.target) || this.anchor.contains(event.target)) return;
    this.close({ refocus: false });
  }

  #key(event) {
    if (event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    this.close();
  }

  #left(event) {
    const next = event.relatedTarget;
    if (next && !this.node.contains(next) && !this.anchor.contains(next)) this.close({ refocus: false });
  }

  #scrolled(event) {
    if (event.target.contains?.(this.anchor) && event.target !== document) this.place();
  }
}

function clamp(value, least, most) {
  return Math.max(least, Math.min(value, Math.max(most, least)));
}
