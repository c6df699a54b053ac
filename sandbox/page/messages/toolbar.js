// What one can do with a message: react, reply, and the three dots with the app's shortcuts.
import { iconButton } from "../parts/controls.js";
import { el } from "../parts/dom.js";
import { icon } from "../parts/icons.js";
import { menuButton } from "../parts/menu.js";
import { ask } from "../parts/dialog.js";
import { findEmoji, QUICK } from "../text/emoji.js";

/** @param {{session: object, message: object, inThread: boolean, edit: () => void}} about */
export function drawToolbar(about) {
  const { message, inThread } = about;
  const reply = () => about.session.go({ thread: message.thread_ts ?? message.ts });
  return el("div", { class: "toolbar", role: "group", "aria-label": "Message actions" },
    menuButton({ class: "icon-button", tabindex: -1 }, "Add a reaction", () => reactions(about), icon("smile")),
    inThread ? null : iconButton("reply", "Reply in thread", reply, { tabindex: -1 }),
    menuButton({ class: "icon-button more", tabindex: -1 }, "More actions", () => more(about), icon("dots")));
}

function reactions({ session, message }) {
  return QUICK.map((name) => ({
    text: `${findEmoji(name)}  ${name.replace(/_/g, " ")}`, act: () => tell(session, session.api.react(message.channel, message.ts, name)),
  }));
}

function more(about) {
  const { session, message } = about;
  const app = session.workspace.app.name;
  const shortcuts = session.workspace.shortcuts.filter((shortcut) => shortcut.type === "message").map((shortcut) => ({
    text: shortcut.name, description: [app, shortcut.description].filter(Boolean).join(" · "), icon: "bolt",
    act: () => tell(session, session.api.shortcut(shortcut.callback_id, { channel: message.channel, message_ts: message.ts })),
  }));
  const mine = message.user === session.workspace.me.id ? [
    shortcuts.length ? null : undefined,
    { text: "Edit message", icon: "pencil", act: about.edit },
    { text: "Delete message…", icon: "bin", danger: true, act: () => remove(session, message) },
  ] : [];
  const all = [...shortcuts, ...mine].filter((item) => item !== undefined);
  return all.length ? all : [{ heading: "There is nothing to do with this message." }];
}

async function remove(session, message) {
  const sure = await ask({ title: "Delete this message?", body: "It is gone for everyone.", yes: "Delete", danger: true });
  if (sure) await tell(session, session.api.delete(message.channel, message.ts));
}

/** Waits for an answer and says what was refused. */
export async function tell(session, call) {
  try {
    const answer = await call;
    if (answer.ok === false) session.toasts.trouble(answer.error);
    return answer;
  } catch (error) {
    session.toasts.trouble(error.message);
    return { ok: false };
  }
}
