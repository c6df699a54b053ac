// The line over a channel: its name, its topic and members; over the app: its Home and Messages tabs.
import { el } from "../parts/dom.js";
import { icon } from "../parts/icons.js";
import { avatar, channelSign } from "../parts/avatar.js";
import { ChannelDetails } from "./channel_details.js";

export function drawPlaceHead(session, channel) {
  const { workspace } = session;
  if (workspace.isApp(channel)) return drawAppHead(session, channel);
  const picture = channel.kind === "im" ? avatar(workspace.person(channel.with) ?? { id: "" }, "tiny") : channelSign(channel);
  const title = channel.kind === "im" ? workspace.person(channel.with)?.title ?? "" : channel.topic;
  return el("header", { class: "place-head" },
    el("div", { class: "place-words" },
      el("h2", { class: "place-title" }, picture, workspace.nameOf(channel)),
      channel.is_shared ? el("span", { class: "badge" }, "Shared outside") : null,
      title ? el("p", { class: "place-topic" }, title) : null),
    channel.kind === "im" ? null : drawMembers(session, channel));
}

function drawMembers(session, channel) {
  const count = channel.member_ids.length;
  const words = `${count} ${count === 1 ? "member" : "members"}`;
  return el("button", { type: "button", class: "members", "aria-label": `${words}. About this channel`, on: { click: () => new ChannelDetails(session, channel.id).open() } },
    icon("people"), String(count));
}

function drawAppHead(session, channel) {
  const { app } = session.workspace;
  const { home } = session.route;
  const tab = (words, isHome) => el("a", { class: "tab", href: session.workspace.pathTo(channel.id, isHome ? { home: true } : {}), "aria-current": home === isHome ? "page" : null }, words,
    isHome || !home || !channel.unread ? null : el("span", { class: "unread-count" }, String(channel.unread), el("span", { class: "aside" }, " unread")));
  return el("header", { class: "place-head app-head" },
    el("div", { class: "place-words" }, el("h2", { class: "place-title" }, avatar({ id: app.bot_user_id, is_bot: true }, "tiny"), app.name, el("span", { class: "badge" }, "App")),
      el("p", { class: "place-topic" }, app.connected ? "Connected" : "Not connected: start the app to hear from it")),
    app.home ? el("nav", { class: "tabs", "aria-label": `${app.name}’s tabs` }, tab("Home", true), tab("Messages", false)) : null);
}
