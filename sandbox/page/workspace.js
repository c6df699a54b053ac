// What the page knows of the workspace as one person sees it: people, channels, commands, the clock.
import { writeRoute } from "./route.js";

/**
 * @typedef {object} Person
 * @property {string} id
 * @property {string} name their handle
 * @property {string} real_name
 * @property {string} title
 * @property {string} tz
 * @property {boolean} is_bot
 * @property {boolean} is_guest
 * @property {boolean} deleted
 *
 * @typedef {object} Channel
 * @property {string} id
 * @property {string} name
 * @property {"public"|"private"|"im"} kind
 * @property {boolean} is_archived
 * @property {boolean} is_shared with another workspace
 * @property {string} topic
 * @property {string[]} member_ids
 * @property {number} unread
 * @property {string} [with] the other person of direct messages
 */

export class Workspace {
  #ahead = 0;

  constructor(state) {
    this.take(state);
  }

  /** Takes a fresh state from the server in place of the old. */
  take(state) {
    this.me = { ...state.me, tz: validZone(state.me.tz) };
    this.people = new Map(state.people.map((person) => [person.id, person]));
    this.channels = new Map(state.channels.map((channel) => [channel.id, channel]));
    this.commands = state.commands;
    this.shortcuts = state.shortcuts;
    this.app = state.app;
    this.about = state.workspace;
    this.setNow(state.now);
    this.countedUpTo = Date.parse(state.now) / 1000;
  }

  /** The practice clock's moment: the server's, moved on by the time since it told it. */
  now() {
    return new Date(Date.now() + this.#ahead);
  }

  setNow(iso) {
    this.#ahead = Date.parse(iso) - Date.now();
  }

  person(id) {
    return this.people.get(id) ?? null;
  }

  channel(id) {
    return this.channels.get(id) ?? null;
  }

  /** The direct messages with the app, where its Home stands too. */
  appChannel() {
    return [...this.channels.values()].find((channel) => channel.with === this.app.bot_user_id) ?? null;
  }

  /** Where a newcomer begins: the oldest private channel the app is in, else the next best. */
  firstChannel() {
    const all = [...this.channels.values()];
    const mine = all.filter((channel) => channel.kind !== "im" && this.isMember(channel) && !channel.is_archived);
    const secret = mine.filter((channel) => channel.kind === "private");
    const withApp = secret.find((channel) => channel.member_ids.includes(this.app.bot_user_id));
    return withApp ?? secret[0] ?? mine[0] ?? this.appChannel() ?? all[0] ?? null;
  }

  isApp(channel) {
    return channel.kind === "im" && channel.with === this.app.bot_user_id;
  }

  nameOf(channel) {
    if (channel.kind !== "im") return channel.name;
    if (this.isApp(channel)) return this.app.name;
    return this.person(channel.with)?.real_name ?? channel.name;
  }

  /** "#room-12", or a person's or the app's name. */
  titleOf(channel) {
    return channel.kind === "im" ? this.nameOf(channel) : `#${channel.name}`;
  }

  isMember(channel) {
    return channel.kind === "im" || channel.member_ids.includes(this.me.id);
  }

  pathTo(channel, rest = {}) {
    return writeRoute({ as: this.me.id, channel, ...rest });
  }

  /** People who can be found and written to, by name. */
  livingPeople() {
    return [...this.people.values()].filter((person) => !person.deleted).sort((a, b) => a.real_name.localeCompare(b.real_name));
  }

  /** Channels by name, those one is in first the way the rail shows them. */
  channelsOf(...kinds) {
    return [...this.channels.values()].filter((channel) => kinds.includes(channel.kind)).sort((a, b) => a.name.localeCompare(b.name));
  }
}

function validZone(zone) {
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: zone });
    return zone || "UTC";
  } catch {
    return "UTC";
  }
}
