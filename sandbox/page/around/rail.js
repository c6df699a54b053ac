// The left rail: the workspace's name, channels, the app and direct messages, with their unread marks.
import { iconButton } from "../parts/controls.js";
import { div, el, fill, span } from "../parts/dom.js";
import { icon } from "../parts/icons.js";
import { avatar, channelSign } from "../parts/avatar.js";
import { createChannel } from "./new_channel.js";

export class Rail {
  constructor(session) {
    this.session = session;
    this.list = div("rail-list");
    this.node = el("nav", { class: "rail", id: "rail", "aria-label": "Channels and messages", tabindex: -1 },
      this.list, el("p", { class: "rail-foot" }, icon("lock"), "A practice workspace: nothing leaves this computer."));
    this.draw();
  }

  draw() {
    const { workspace, route } = this.session;
    const focused = this.list.contains(document.activeElement) ? document.activeElement.getAttribute("href") : null;
    const channels = workspace.channelsOf("private", "public").filter((channel) => workspace.isMember(channel) && !channel.is_archived);
    const others = workspace.channelsOf("public").filter((channel) => !workspace.isMember(channel) && !channel.is_archived);
    const archived = workspace.channelsOf("private", "public").filter((channel) => channel.is_archived);
    const direct = workspace.channelsOf("im").filter((channel) => !workspace.isApp(channel));
    const app = workspace.appChannel();
    fill(this.list,
      this.#section("App", app ? [this.#drawApp(app, route)] : []),
      this.#section("Channels", channels.map((channel) => this.#drawChannel(channel, route)), this.#adder()),
      this.#section("Direct messages", direct.map((channel) => this.#drawChannel(channel, route))),
      this.#section("Other public channels", others.map((channel) => this.#drawChannel(channel, route))),
      this.#section("Archived", archived.map((channel) => this.#drawChannel(channel, route))));
    if (focused) [...this.list.querySelectorAll("a")].find((link) => link.getAttribute("href") === focused)?.focus({ preventScroll: true });
  }

  #section(title, items, extra = null) {
    if (!items.length && !extra) return null;
    return el("section", { class: "rail-section" },
      div("rail-title", el("h2", null, title), extra), el("ul", null, items.map((item) => el("li", null, item))));
  }

  #adder() {
    return iconButton("plus", "New channel", () => createChannel(this.session));
  }

  #drawApp(channel, route) {
    const { app } = this.session.workspace;
    const words = app.connected ? "connected" : "not connected";
    const presence = el("span", { class: `presence ${app.connected ? "on" : ""}`, role: "img", "aria-label": words, title: words });
    const person = { id: app.bot_user_id, is_bot: true };
    return this.#link(channel, route, app.home ? { home: true } : {}, avatar(person, "tiny"), presence);
  }

  #drawChannel(channel, route) {
    const { workspace } = this.session;
    const person = workspace.person(channel.with) ?? { id: channel.id, real_name: channel.name };
    const picture = channel.kind === "im" ? avatar(person, "tiny") : channelSign(channel);
    const shared = channel.is_shared ? el("span", { class: "rail-mark", title: "Shared with another workspace" }, icon("link")) : null;
    return this.#link(channel, route, {}, picture, shared);
  }

  #link(channel, route, rest, picture, mark) {
    const { workspace } = this.session;
    const here = route.channel === channel.id;
    const unread = here && !route.home ? 0 : channel.unread;
    const name = `rail-link${unread ? " unread" : ""}`;
    return el("a", { class: name, href: workspace.pathTo(channel.id, rest), "aria-current": here ? "page" : null },
      picture, span("rail-name", workspace.nameOf(channel)),
      channel.kind === "private" ? span("aside", "(private)") : null, mark,
      unread ? span("unread-count", unread > 99 ? "99+" : String(unread), span("aside", " unread")) : null);
  }
}
