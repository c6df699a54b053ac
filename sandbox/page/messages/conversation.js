// The messages of a channel or a thread: loads them, takes changes as they come, keeps the reader's place.
import { textButton } from "../parts/controls.js";
import { el, newId, settle } from "../parts/dom.js";
import { icon } from "../parts/icons.js";
import { keepingFocus } from "../parts/focus.js";
import { Rows } from "./rows.js";

const NEAR_END = 80;
const SHOWN = 150;

export class Conversation {
  #shown = SHOWN;
  #staysAtEnd = true;
  #pointed = null;
  #meanwhile = null;

  /** @param {object} session @param {{channel: object, thread?: string|null}} place */
  constructor(session, { channel, thread = null }) {
    Object.assign(this, { session, channel, thread, messages: [] });
    this.rows = new Rows(session, { channel, thread });
    const hint = newId("hint");
    this.list = el("div", {
      class: "messages", role: "log", tabindex: 0, "aria-describedby": hint,
      "aria-label": thread ? "Thread" : `Messages in ${session.workspace.titleOf(channel)}`,
      on: {
        keydown: (event) => this.#walk(event),
        focusin: (event) => this.#point(event.target.closest(".message")),
        scroll: () => this.#scrolled(),
      },
    });
    const toEnd = { click: () => this.toEnd() };
    this.newer = el("button", { type: "button", class: "newer", hidden: true, on: toEnd }, icon("down"), "New messages");
    this.node = el("section", { class: "conversation" }, this.list, this.newer,
      el("p", { id: hint, class: "aside" }, "Arrow keys go from message to message, Tab goes into one."));
    new ResizeObserver(() => this.#staysAtEnd && this.toEnd()).observe(this.list);
  }

  async load({ unread = 0, at = null } = {}) {
    await this.#fetch();
    this.rows.unreadFrom = this.#firstUnread(unread);
    if (at) this.#reachBack(at);
    this.draw();
    if (at && this.show(at)) return;
    this.toEnd();
    const line = this.list.querySelector(".new-line");
    if (line && line.offsetTop < this.list.scrollTop) line.scrollIntoView({ block: "start" });
  }

  /** Loads again after a lost line, without moving the reader. */
  async reload() {
    const atEnd = this.#isAtEnd();
    await this.#fetch();
    this.draw();
    if (atEnd) this.toEnd();
  }

  /** Asks for the messages; what the line told while the answer was on its way is newer, and is done again upon it. */
  async #fetch() {
    const meanwhile = (this.#meanwhile = []);
    try {
      this.messages = await this.session.api.messages(this.channel.id, this.thread);
    } finally {
      if (this.#meanwhile === meanwhile) this.#meanwhile = null;
    }
    for (const change of meanwhile) change();
  }

  /** Whether a message belongs in this list. */
  holds(message) {
    const root = message.thread_ts ?? message.ts;
    if (this.thread) return root === this.thread;
    return root === message.ts || message.subtype === "thread_broadcast";
  }

  /** Puts a message in its place, or in place of its older self; an answer meant for the reader is brought into view. */
  put(message) {
    if (!this.holds(message)) return;
    this.#meanwhile?.push(() => this.put(message));
    const atEnd = this.#isAtEnd();
    const isNew = !this.messages.some((each) => each.ts === message.ts);
    if (isNew) this.messages = [...this.messages, message].sort((one, other) => Number(one.ts) - Number(other.ts));
    else this.messages = this.messages.map((each) => (each.ts === message.ts ? message : each));
    this.draw();
    if (atEnd || (isNew && (this.#isMine(message) || message.ephemeral))) this.toEnd();
    else if (isNew) this.newer.hidden = false;
  }

  remove(ts) {
    this.#meanwhile?.push(() => this.remove(ts));
    this.messages = this.messages.filter((each) => each.ts !== ts);
    this.draw();
  }

  replace(ts, message) {
    this.#meanwhile?.push(() => this.replace(ts, message));
    this.messages = this.messages.map((each) => (each.ts === ts ? message : each));
    this.draw();
  }

  setReactions(ts, reactions) {
    const found = this.messages.find((each) => each.ts === ts);
    if (found) this.replace(ts, { ...found, reactions });
  }

  draw() {
    const earlier = this.messages.length > this.#shown ? this.#drawEarlier() : null;
    const nodes = this.rows.draw(this.messages.slice(-this.#shown), earlier);
    keepingFocus(this.list, () => settle(this.list, nodes));
    const all = [...this.list.querySelectorAll(".message")];
    const reading = this.list.contains(document.activeElement) && this.#pointed?.isConnected;
    const pointed = reading ? this.#pointed : all.at(-1);
    for (const message of all) setReach(message, message === pointed);
    this.#pointed = pointed ?? null;
  }

  /** Everything is drawn anew, as when a person got another name. */
  redraw() {
    this.rows.forget();
    this.draw();
  }

  /** Brings one message into view and marks it for a moment; false when it is not here. */
  show(ts) {
    const message = this.#find(ts);
    if (!message) return false;
    message.scrollIntoView({ block: "center" });
    message.classList.add("found");
    this.#point(message);
    return true;
  }

  /** Gives focus to one message, as after closing its thread. */
  focusOn(ts) {
    const message = this.#find(ts);
    if (!message) return;
    this.#point(message);
    message.focus({ preventScroll: true });
  }

  toEnd() {
    this.list.scrollTop = this.list.scrollHeight;
    this.newer.hidden = true;
  }

  #find(ts) {
    return this.list.querySelector(`.message[data-ts="${CSS.escape(ts)}"]`);
  }

  #firstUnread(unread) {
    if (!unread) return null;
    return this.messages.filter((message) => !this.#isMine(message)).at(-unread)?.ts ?? null;
  }

  #isMine(message) {
    return message.user === this.session.workspace.me.id;
  }

  /** Long lists show their newest part; the rest comes on request, and the reader stays where they are. */
  #drawEarlier() {
    const show = () => {
      const fromEnd = this.list.scrollHeight - this.list.scrollTop;
      this.#shown += SHOWN;
      this.draw();
      this.list.scrollTop = this.list.scrollHeight - fromEnd;
    };
    return el("p", { class: "earlier" }, textButton("Earlier messages", show));
  }

  /** Shows as many messages as it takes to have this one among them. */
  #reachBack(ts) {
    const fromEnd = this.messages.length - this.messages.findIndex((message) => message.ts === ts);
    this.#shown = Math.max(this.#shown, fromEnd);
  }

  #isAtEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.list;
    return scrollHeight - scrollTop - clientHeight < NEAR_END;
  }

  #scrolled() {
    this.#staysAtEnd = this.#isAtEnd();
    if (this.#staysAtEnd) this.newer.hidden = true;
  }

  /** Arrow keys walk from message to message; the rest of a message is reached by Tab from there. */
  #walk(event) {
    const all = [...this.list.querySelectorAll(".message")];
    const here = all.indexOf(event.target.closest(".message"));
    const onMessage = event.target === this.list || all.includes(event.target);
    const to = { ArrowDown: here + 1, ArrowUp: here < 0 ? all.length - 1 : here - 1, Home: 0, End: all.length - 1 }[event.key];
    if (!onMessage || to === undefined || !all[to]) return;
    event.preventDefault();
    all[to].focus();
    all[to].scrollIntoView({ block: "nearest" });
  }

  /** Only one message, and what is in it, stands in the order of Tab. */
  #point(message) {
    if (!message || message === this.#pointed) return;
    if (this.#pointed) setReach(this.#pointed, false);
    setReach(message, true);
    this.#pointed = message;
  }
}

const CONTROLS = "a[href], button, input, textarea, audio, .pre, .table-scroll, .carousel, summary";

function setReach(message, reached) {
  for (const control of [message, ...message.querySelectorAll(CONTROLS)]) control.tabIndex = reached ? 0 : -1;
}
