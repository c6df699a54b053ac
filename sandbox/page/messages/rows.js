// What stands in a list of messages: the messages, grouped by author, with days and marks between; unchanged ones are kept.
import { el } from "../parts/dom.js";
import { Surface } from "../blocks/surface.js";
import { Values } from "../blocks/values.js";
import { dayKey, dayName, moment } from "../text/dates.js";
import { authorOf, drawMessage, isSystem } from "./message.js";

const TOGETHER = 300;
const EMPTY = "No messages yet. Say hello, or type / to see what the app can do.";
const AGO_STEP = 3_600_000;

export class Rows {
  #rows = new Map();
  #values = new Map();

  /** @param {object} session @param {{channel: object, thread: string|null}} place */
  constructor(session, { channel, thread }) {
    Object.assign(this, { session, channel, thread });
    this.unreadFrom = null;
  }

  forget() {
    this.#rows.clear();
  }

  /** The nodes for these messages, in order. `earlier` stands first where there is more. */
  draw(messages, earlier = null) {
    const rows = earlier ? [earlier] : [];
    messages.forEach((message, index) => {
      const before = messages[index - 1] ?? null;
      rows.push(...this.#linesBefore(message, before, messages), this.#row(message, before));
    });
    if (!rows.length) rows.push(this.#kept("empty", "", () => el("p", { class: "empty" }, EMPTY)));
    this.#rows = new Map(rows.filter((row) => row.key).map((row) => [row.key, row]));
    return rows.map((row) => row.node ?? row);
  }

  #linesBefore(message, before, messages) {
    const lines = [];
    if (!this.thread && !this.#isSameDay(message, before)) lines.push(this.#dayLine(message));
    if (message.ts === this.unreadFrom) lines.push(this.#kept("new", "", () => line("new-line", "New", "New messages")));
    if (this.thread && before?.ts === this.thread) lines.push(this.#repliesLine(messages));
    return lines;
  }

  #dayLine(message) {
    const { me } = this.session.workspace;
    const words = dayName(moment(message.ts), me.tz, this.session.workspace.now());
    return this.#kept(`day-${dayKey(moment(message.ts), me.tz)}`, words, () => line("day", words));
  }

  #repliesLine(messages) {
    const count = messages.filter((each) => each.ts !== this.thread && !each.ephemeral).length;
    const words = count === 1 ? "1 reply" : `${count} replies`;
    return this.#kept("replies", words, () => line("day replies-line", words));
  }

  #row(message, before) {
    const grouped = this.#isGrouped(message, before);
    const ago = message.reply_count ? Math.floor(this.session.workspace.now() / AGO_STEP) : 0;
    return this.#kept(message.ts, JSON.stringify([message, grouped, ago]), () => drawMessage(this.session, message, {
      grouped, isParent: this.thread === message.ts, inThread: Boolean(this.thread), surface: this.#surfaceOf(message),
    }));
  }

  #isSameDay(message, before) {
    const { tz } = this.session.workspace.me;
    return before !== null && dayKey(moment(message.ts), tz) === dayKey(moment(before.ts), tz);
  }

  #isGrouped(message, before) {
    if (!this.#isSameDay(message, before) || message.ts - before.ts >= TOGETHER) return false;
    const standsAlone = (each) => each.ephemeral || isSystem(each) || each.ts === this.thread;
    if (standsAlone(message) || standsAlone(before) || message.ts === this.unreadFrom) return false;
    const { workspace } = this.session;
    return authorOf(message, workspace).key === authorOf(before, workspace).key;
  }

  /** What stands in a message's fields outlives its drawing. */
  #surfaceOf(message) {
    if (!this.#values.has(message.ts)) this.#values.set(message.ts, new Values());
    return new Surface(this.session, { channel: this.channel.id, message_ts: message.ts }, this.#values.get(message.ts));
  }

  #kept(key, words, draw) {
    const old = this.#rows.get(key);
    return old?.words === words ? old : { key, words, node: draw() };
  }
}

function line(name, words, label = words) {
  return el("div", { class: name, role: "separator", "aria-label": label }, el("span", null, words));
}
