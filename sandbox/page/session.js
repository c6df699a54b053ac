// One person's sitting at the page: draws the shell, goes from place to place, takes what the server tells.
import { div, el, fill } from "./parts/dom.js";
import { Toasts } from "./parts/toasts.js";
import { Header } from "./around/header.js";
import { keyOf, Place } from "./around/place.js";
import { Rail } from "./around/rail.js";
import { Thread } from "./around/thread.js";
import { Drawer } from "./around/drawer.js";
import { walkRegions } from "./around/regions.js";
import { Hearing } from "./hearing.js";
import { Live } from "./live.js";
import { Modals } from "./views/modal.js";
import { Workspace } from "./workspace.js";
import { readRoute, writeRoute } from "./route.js";

export class Session {
  #ending = new AbortController();

  /** @param {{drafts: Map<string, string>, fields: Map<string, object>}} desk what this person has half written */
  constructor(root, api, state, desk) {
    this.root = root;
    this.api = api;
    this.workspace = new Workspace(state);
    this.drafts = desk.drafts;
    this.fields = desk.fields;
    this.toasts = new Toasts();
    this.modals = new Modals(this);
    this.route = readRoute();
    this.place = null;
    this.thread = null;
    const hearing = new Hearing(this);
    this.live = new Live(() => api.socketAddress(), { heard: (change) => hearing.hear(change), status: (...how) => this.#line(...how) });
  }

  async open() {
    this.#drawShell();
    const { signal } = this.#ending;
    document.addEventListener("visibilitychange", () => this.place?.read(), { signal });
    document.addEventListener("keydown", (event) => walkRegions(event, this), { signal });
    await this.live.open();
    await this.show(readRoute());
    await this.refresh();
    for (const view of await this.api.views()) this.modals.pushed(view);
  }

  close() {
    this.#ending.abort();
    this.live.close();
    this.header.clock.close();
    this.modals.node.close();
  }

  #drawShell() {
    document.title = this.workspace.about.name; // until a place is shown: the last person's channel is nobody else's
    this.header = new Header(this);
    this.rail = new Rail(this);
    this.main = el("main", { class: "main", id: "main", tabindex: -1 });
    this.side = div("side");
    this.lost = el("p", { class: "line-lost", role: "status", hidden: true }, "The line to the workspace is lost. Trying again…");
    this.drawer = new Drawer(this.rail.node, this.header.drawer, [this.main, this.side]);
    const skip = el("button", { type: "button", class: "skip", on: { click: () => this.place?.focus() } }, "Skip to writing");
    this.desk = div("desk", this.rail.node, this.drawer.scrim, this.main, this.side);
    fill(this.root, skip, this.header.node, this.lost, this.desk, this.toasts.node, this.modals.node);
  }

  /** Goes somewhere by way of the address, so that back and forward work. */
  go(to) {
    const { as, channel, thread, home } = this.route;
    const here = to.channel && to.channel !== channel ? { as, channel } : { as, channel, thread, home };
    location.hash = writeRoute({ ...here, ...to });
  }

  become(person) {
    location.hash = writeRoute({ as: person, channel: this.route.channel });
  }

  toggleDrawer() {
    this.drawer.toggle();
  }

  /** Shows what the route says, changing only what is different. */
  async show(route) {
    const channel = this.workspace.channel(route.channel);
    if (!channel) return this.#showDefault();
    const mine = { ...route, as: this.workspace.me.id };
    this.route = mine;
    this.drawer.close();
    const moved = await this.#showPlace(channel);
    if (this.route !== mine) return undefined;
    await this.#showThread(channel, moved);
    if (this.#ending.signal.aborted) return undefined; // somebody else sits here by now
    this.rail.draw();
    document.title = `${this.workspace.titleOf(channel)} · ${this.workspace.about.name}`;
    return undefined;
  }

  async #showPlace(channel) {
    const isHome = this.route.home && this.workspace.isApp(channel) && this.workspace.app.home;
    if (this.place?.key === keyOf(channel, isHome)) {
      if (this.route.at) this.place.conversation?.show(this.route.at);
      return false;
    }
    this.place = new Place(this, channel, isHome);
    fill(this.main, this.place.node);
    this.rail.draw();
    const { place, route } = this;
    const focus = focusing(() => place.focus());
    await this.#safely(place.load({ at: route.at }));
    if (!route.thread && matchMedia("(hover: hover)").matches) focus();
    return true;
  }

  async #showThread(channel, moved) {
    const { thread: ts } = this.route;
    if (!moved && (this.thread?.ts ?? null) === ts) return;
    const closed = this.thread?.ts;
    this.thread = ts ? new Thread(this, channel, ts) : null;
    this.desk.classList.toggle("with-thread", Boolean(ts));
    fill(this.side, this.thread?.node);
    if (this.thread) {
      const { thread } = this;
      const focus = focusing(() => thread.focus());
      await this.#safely(thread.load());
      focus();
    } else if (closed && !moved) {
      this.place.conversation?.focusOn(closed);
    }
  }

  #showDefault() {
    const { workspace } = this;
    const first = workspace.firstChannel();
    if (!first) return fill(this.main, el("p", { class: "empty" }, "There is no channel here yet."));
    const home = workspace.isApp(first) && workspace.app.home;
    history.replaceState(null, "", writeRoute({ as: workspace.me.id, channel: first.id, home }));
    return this.show(readRoute());
  }

  /** Asks again for people, channels and the rest, and shows what changed. */
  async refresh() {
    const state = await this.api.state().catch(() => null);
    if (!state?.me || this.#ending.signal.aborted) return;
    const people = JSON.stringify([...this.workspace.people.values()]);
    this.workspace.take(state);
    if (JSON.stringify([...this.workspace.people.values()]) !== people) for (const list of this.conversations()) list.redraw();
    this.header.clock.show();
    const channel = this.workspace.channel(this.route.channel);
    if (!channel) await this.#showDefault();
    else {
      await this.#showPlace(channel);
      this.place.renew(channel);
      this.place.read();
    }
    this.rail.draw();
  }

  setNow(iso) {
    this.workspace.setNow(iso);
    this.header.clock.show();
    for (const list of this.conversations()) list.draw();
  }

  /** The lists of messages on the page now: the channel's and the thread's. */
  conversations() {
    return [this.place?.conversation, this.thread?.conversation].filter(Boolean);
  }

  async #line(isOn, isAgain) {
    this.lost.hidden = isOn;
    if (!isOn || !isAgain) return;
    await this.refresh();
    await Promise.all([this.place, this.thread].filter(Boolean).map((pane) => this.#safely(pane.reload())));
  }

  async #safely(work) {
    try {
      return await work;
    } catch (error) {
      this.toasts.trouble(error.message);
      return undefined;
    }
  }
}

/** Gives focus later, unless the person has gone somewhere else by then, or writes. */
function focusing(give) {
  const before = document.activeElement;
  return () => {
    const now = document.activeElement;
    if (now === document.body || (now === before && !now.matches("textarea, input"))) give();
  };
}
