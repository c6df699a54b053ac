// What the server tells while the page is open, each kind put where it belongs.
import { asTyped } from "./text/typed.js";

export class Hearing {
  constructor(session) {
    this.session = session;
  }

  hear(change) {
    HEARD[change.type]?.(this.session, change);
  }
}

const HEARD = {
  message: (session, { channel, message }) => {
    put(session, channel, message);
    noteUnread(session, channel, message);
  },
  message_changed: (session, { channel, message }) => put(session, channel, message),
  message_deleted: (session, { channel, message, ts }) => each(session, channel, (list) => list.remove(message?.ts ?? ts)),
  ephemeral: (session, { channel, message }) => put(session, channel, { ...message, ephemeral: true }),
  ephemeral_replaced: (session, { channel, ts, message }) => {
    each(session, channel, (list) => list.replace(ts, { ...message, ephemeral: true }));
  },
  ephemeral_deleted: (session, { channel, ts }) => each(session, channel, (list) => list.remove(ts)),
  reaction: (session, { channel, ts, reactions }) => each(session, channel, (list) => list.setReactions(ts, reactions)),
  channels: (session) => session.refresh(),
  app: (session, { connected }) => {
    session.workspace.app.connected = connected;
    session.rail.draw();
    if (session.place && session.workspace.isApp(session.place.channel)) session.place.renew(session.place.channel);
  },
  clock: (session, { now }) => session.setNow(now),
  view_opened: (session, { view }) => session.modals.opened(view),
  view_pushed: (session, { view }) => session.modals.pushed(view),
  view_updated: (session, { view }) => session.modals.updated(view),
  view_closed: (session, { view }) => session.modals.closed(view),
  home: (session, { view }) => session.place?.home?.take(view),
  notification: notify,
  trouble: (session, { text }) => session.toasts.trouble(text),
};

function each(session, channel, act) {
  for (const list of session.conversations()) if (list.channel.id === channel) act(list);
}

function put(session, channel, message) {
  each(session, channel, (list) => list.put(message));
}

function noteUnread(session, id, message) {
  const isReply = message.thread_ts && message.thread_ts !== message.ts;
  const { workspace, place } = session;
  if (isReply || message.user === workspace.me.id) return;
  const channel = workspace.channel(id);
  if (!channel || Number(message.ts) <= workspace.countedUpTo) return;
  if (place?.conversation?.channel.id === id && document.visibilityState === "visible") place.read();
  else {
    channel.unread += 1;
    session.rail.draw();
    if (place?.isHome && place.channel.id === id) place.renew(channel);
  }
}

/** What a phone would preview; the channel one looks at shows no toast, the bell keeps it all the same. */
function notify(session, { channel: id, text }) {
  const channel = session.workspace.channel(id);
  const looking = session.place?.conversation?.channel.id === id && document.visibilityState === "visible";
  session.toasts.show({
    kind: "notification", title: channel ? session.workspace.titleOf(channel) : "New message", text: asTyped(text, session.workspace),
    act: channel ? () => session.go({ channel: id, thread: null, home: false }) : undefined, quiet: looking,
  });
}
