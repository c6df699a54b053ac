// The messages of a channel or a thread: loads them, takes changes as they come, keeps the reader's place.
import { el, settle } from "../parts/dom.js";
import { icon } from "../parts/icons.js";
import { keepingFocus } from "../parts/focus.js";
import { Surface } from "../blocks/surface.js";
import { Values } from "../blocks/values.js";
import { dayKey, dayName, moment } from "../text/dates.js";
import { authorOf, drawMessage, isSystem } from "./message.js";

const TOGETHER = 300;
const NEAR_END = 80;

export class Conversation {
  #rows = new Map();
  #values = new Map();
  #unreadFrom = null;

  /** @param {object} session @param {{channel: object, thread?: string|null}} place */
  constructor(session, { channel, thread = null }) {
    Object.assign(this, { session, channel, thread, messages: [] });
    this.list = el("div", {
      class: "messages", role: "log", tabindex: 0,
      "aria-label": thread ? "Thread" : `Messages in ${session.workspace.titleOf(channel)}`,
      on: { keydown: (event) => this.#walk(event), scroll: () => this.#scrolled() },
    });
    this.newer = el("button", { type: "button", class: "newer", hidden: true, on: { click: () => this.toEnd() } }, icon("down"), "New messages");
    this.node = el("section", { class: "conversation" }, this.list, this.newer);
  }

  async load({ unread = 0, at = null } = {}) {
    this.messages = await this.session.api.messages(this.channel.id, this.thread);
    this.#unreadFrom = this.#firstUnread(unread);
    this.draw();
    if (at && this.show(at)) return;
    this.toEnd();
    const line = this.list.querySelector(".new-line");
    if (line && line.offsetTop < this.list.scrollTop) line.scrollIntoView({ block: "start" });
  }

  /** Brings one message into view and marks it for a moment; false when it is not here. */
  show(ts) {
    const message = this.list.querySelector(`.message[data-ts="${CSS.escape(ts)}"]`);
    if (!message) return false;
    message.scrollIntoView({ block: "center" });
    message.classList.add("found");
    this.#point(message);
    return true;
  }

  /** Loads again after a lost line, without moving the reader. */
  async reload() {
    const atEnd = this.#isAtEnd();
    this.messages = await this.session.api.messages(this.channel.id, this.thread);
    this.draw();
    if (atEnd) this.toEnd();
  }

  /** Whether a message belongs in this list. */
  holds(message) {
    const root = message.thread_ts ?? message.ts;
    if (this.thread) return root === this.thread;
    return root === message.ts || message.subtype === "thread_broadcast";
  }

  /** Puts a message in its place, or in place of its older self. */
  put(message) {
    if (!this.holds(message)) return;
    const atEnd = this.#isAtEnd();
    const index = this.messages.findIndex((each) => each.ts === message.ts);
    if (index >= 0) this.messages[index] = message;
    else this.messages = [...this.messages, message].sort((one, other) => Number(one.ts) - Number(other.ts));
    this.draw();
    if (atEnd || (index < 0 && this.#isMine(message))) this.toEnd();
    else if (index < 0) this.newer.hidden = false;
  }

  remove(ts) {
    this.messages = this.messages.filter((each) => each.ts !== ts);
    this.draw();
  }

  replace(ts, message) {
    const index = this.messages.findIndex((each) => each.ts === ts);
    if (index < 0) return;
    this.messages[index] = message;
    this.draw();
  }

  setReactions(ts, reactions) {
    const found = this.messages.find((each) => each.ts === ts);
    if (found) this.replace(ts, { ...found, reactions });
  }

  /** Gives focus to one message, as after closing its thread. */
  focusOn(ts) {
    const message = this.list.querySelector(`.message[data-ts="${CSS.escape(ts)}"]`);
    if (!message) return;
    this.#point(message);
    message.focus({ preventScroll: true });
  }

  toEnd() {
    this.list.scrollTop = this.list.scrollHeight;
    this.newer.hidden = true;
  }

  draw() {
    const rows = [];
    let before = null;
    for (const message of this.messages) {
      rows.push(...this.#linesBefore(message, before), this.#row(message, before));
      before = message;
    }
    if (!rows.length) rows.push(this.#kept("empty", "empty", () => el("p", { class: "empty" }, "No messages yet. Say hello, or type / to see what the app can do.")));
    keepingFocus(this.list, () => settle(this.list, rows.map((row) => row.node)));
    this.#rows = new Map(rows.map((row) => [row.key, row]));
    if (!this.list.querySelector('.message[tabindex="0"]')) this.#point(this.list.querySelector(".message:last-of-type"));
  }

  #firstUnread(unread) {
    if (!unread) return null;
    return this.messages.filter((message) => !this.#isMine(message)).at(-unread)?.ts ?? null;
  }

  #isMine(message) {
    return message.user === this.session.workspace.me.id;
  }

  #linesBefore(message, before) {
    const { me } = this.session.workspace;
    const date = moment(message.ts);
    const lines = [];
    const key = dayKey(date, me.tz);
    if (!before || dayKey(moment(before.ts), me.tz) !== key) {
      const words = dayName(date, me.tz, this.session.workspace.now());
      if (!this.thread) lines.push(this.#kept(`day-${key}`, words, () => el("div", { class: "day", role: "separator", "aria-label": words }, el("span", null, words))));
    }
    if (message.ts === this.#unreadFrom) lines.push(this.#kept("new", "new", () => el("div", { class: "new-line", role: "separator", "aria-label": "New messages" }, el("span", null, "New"))));
    if (this.thread && before?.ts === this.thread) lines.push(this.#repliesLine());
    return lines;
  }

  #repliesLine() {
    const count = this.messages.filter((each) => each.ts !== this.thread && !each.ephemeral).length;
    const words = count === 1 ? "1 reply" : `${count} replies`;
    return this.#kept("replies", words, () => el("div", { class: "day replies-line", role: "separator", "aria-label": words }, el("span", null, words)));
  }

  #row(message, before) {
    const grouped = this.#isGrouped(message, before);
    const isParent = this.thread === message.ts;
    const words = JSON.stringify([message, grouped, this.#agoStep(message)]);
    return this.#kept(message.ts, words, () => drawMessage(this.session, message, { grouped, isParent, inThread: Boolean(this.thread), surface: this.#surfaceOf(message) }));
  }

  /** Redraws "last reply 3 minutes ago" when the hour moves on. */
  #agoStep(message) {
    return message.reply_count ? Math.floor(this.session.workspace.now() / 3_600_000) : 0;
  }

  #isGrouped(message, before) {
    if (!before || message.ephemeral || before.ephemeral || isSystem(message) || isSystem(before) || before.ts === this.thread) return false;
    if (message.ts === this.#unreadFrom) return false;
    const { workspace } = this.session;
    const { tz } = workspace.me;
    const sameDay = dayKey(moment(message.ts), tz) === dayKey(moment(before.ts), tz);
    return sameDay && message.ts - before.ts < TOGETHER && authorOf(message, workspace).key === authorOf(before, workspace).key;
  }

  #surfaceOf(message) {
    if (!this.#values.has(message.ts)) this.#values.set(message.ts, new Values());
    return new Surface(this.session, { channel: this.channel.id, message_ts: message.ts }, this.#values.get(message.ts));
  }

  #kept(key, words, draw) {
    const old = this.#rows.get(key);
    return old?.words === words ? old : { key, words, node: draw() };
  }

  #isAtEnd() {
    const { scrollHeight, scrollTop, clientHeight } = this.list;
    return scrollHeight - scrollTop - clientHeight < NEAR_END;
  }

  #scrolled() {
    if (this.#isAtEnd()) this.newer.hidden = true;
  }

  /** Arrow keys walk from message to message; the rest of a message is reached by Tab from there. */
  #walk(event) {
    const all = [...this.list.querySelectorAll(".message")];
    const here = all.indexOf(event.target.closest(".message"));
    const onMessage = event.target === this.list || all.includes(event.target);
    const to = { ArrowDown: here + 1, ArrowUp: here < 0 ? all.length - 1 : here - 1, Home: 0, End: all.length - 1 }[event.key];
    if (!onMessage || to === undefined || !all[to]) return;
    event.preventDefault();
    this.#point(all[to]);
    all[to].focus();
    all[to].scrollIntoView({ block: "nearest" });
  }

  /** Only one message, and its buttons, stand in the order of Tab. */
  #point(message) {
    for (const old of this.list.querySelectorAll('.message[tabindex="0"]')) setReach(old, -1);
    if (message) setReach(message, 0);
  }
}

function setReach(message, tabindex) {
  message.tabIndex = tabindex;
  for (const button of message.querySelectorAll(".toolbar button")) button.tabIndex = tabindex;
}
