// The line over a channel: its name, its topic and members; over the app: its Home and Messages tabs.
import { div, el, span } from "../parts/dom.js";
import { icon } from "../parts/icons.js";
import { avatar, channelSign } from "../parts/avatar.js";
import { counted } from "../text/counted.js";
import { ChannelDetails } from "./channel_details.js";

export function drawPlaceHead(session, channel) {
  const { workspace } = session;
  if (workspace.isApp(channel)) return drawAppHead(session, channel);
  const picture = channel.kind === "im" ? avatar(workspace.person(channel.with) ?? { id: "" }, "tiny") : channelSign(channel);
  const title = channel.kind === "im" ? workspace.person(channel.with)?.title ?? "" : channel.topic;
  return el("header", { class: "place-head" },
    div("place-words",
      el("h2", { class: "place-title" }, picture, workspace.nameOf(channel)),
      channel.is_shared ? span("badge", "Shared outside") : null,
      title ? el("p", { class: "place-topic" }, title) : null),
    channel.kind === "im" ? null : drawMembers(session, channel));
}

function drawMembers(session, channel) {
  const count = channel.member_ids.length;
  const words = counted(count, "member");
  const open = () => new ChannelDetails(session, channel.id).open();
  return el("button", { type: "button", class: "members", "aria-label": `${words}. About this channel`, on: { click: open } },
    icon("people"), String(count));
}

function drawAppHead(session, channel) {
  const { app } = session.workspace;
  const said = app.connected ? "Connected" : "Not connected: start the app to hear from it";
  return el("header", { class: "place-head app-head" },
    div("place-words",
      el("h2", { class: "place-title" }, avatar({ id: app.bot_user_id, is_bot: true }, "tiny"), app.name, span("badge", "App")),
      el("p", { class: "place-topic" }, said)),
    app.home ? drawTabs(session, channel) : null);
}

function drawTabs(session, channel) {
  const { route, workspace } = session;
  const count = route.home && channel.unread ? span("unread-count", String(channel.unread), span("aside", " unread")) : null;
  const tab = (isHome, ...words) => el("a", {
    class: "tab", href: workspace.pathTo(channel.id, isHome ? { home: true } : {}), "aria-current": route.home === isHome ? "page" : null,
  }, words);
  return el("nav", { class: "tabs", "aria-label": `${workspace.app.name}’s tabs` }, tab(true, "Home"), tab(false, "Messages", count));
}
