// One message: who, when, its words or blocks, what hangs on it, and the marks it carries.
import { textButton } from "../parts/controls.js";
import { div, el, fill, span } from "../parts/dom.js";
import { icon } from "../parts/icons.js";
import { appMark, avatar } from "../parts/avatar.js";
import { placeBlocks } from "../blocks/draw.js";
import { drawEmoji, drawMrkdwn } from "../text/draw.js";
import { ago, fullMoment, moment, timeOfDay } from "../text/dates.js";
import { counted } from "../text/counted.js";
import { asTyped } from "../text/typed.js";
import { drawAttachment, drawFile } from "./attachments.js";
import { drawToolbar, tell } from "./toolbar.js";

/**
 * @param {object} session
 * @param {object} message
 * @param {{surface: object, grouped: boolean, inThread: boolean, isParent?: boolean}} how
 */
export function drawMessage(session, message, how) {
  const { workspace } = session;
  const author = authorOf(message, workspace);
  const body = div("message-body");
  const node = el("article", {
    class: classOf(message, how), tabindex: -1, data: { ts: message.ts, focus: `message/${message.ts}` },
    "aria-label": `${author.name}, ${timeOfDay(moment(message.ts), workspace.me.tz)}`,
  },
  drawSide(message, author, workspace, how),
  div("message-main",
    message.ephemeral ? drawPrivacy(session, message) : null,
    how.grouped || isSystem(message) || isGone(message) ? null : drawHead(message, author, workspace),
    body, drawReactions(session, message), how.inThread ? null : drawReplies(session, message)));
  drawBody(body, message, how.surface);
  const edit = () => editBody(body, session, message, how.surface);
  if (!message.ephemeral && !isGone(message)) node.append(drawToolbar({ session, message, inThread: how.inThread, edit }));
  return node;
}

/** Left of the words: the author's picture, for a note of the workspace a small one, in a group the time. */
function drawSide(message, author, workspace, how) {
  if (isSystem(message)) return span("avatar-holder", author.picture("tiny"));
  return how.grouped ? drawTime(message, workspace, "side-time") : span("avatar-holder", author.picture());
}

function classOf(message, { grouped, isParent }) {
  const marks = { grouped, ephemeral: message.ephemeral, deleted: isGone(message), parent: isParent, system: isSystem(message) };
  return ["message", ...Object.keys(marks).filter((mark) => marks[mark])].join(" ");
}

/** Deleted, or the stone Slack sets where a thread lost its first message. */
function isGone(message) {
  return Boolean(message.deleted) || message.subtype === "tombstone";
}

const SYSTEM = /^(channel|group)_(join|leave|topic|purpose|name|archive|unarchive|convert_to_\w+)$/;

export function isSystem(message) {
  return SYSTEM.test(message.subtype ?? "");
}

export function authorOf(message, workspace) {
  if (isGone(message)) return { name: "Deleted message", key: "gone", picture: () => span("avatar sign", icon("bin")) };
  const person = message.user ? workspace.person(message.user) : null;
  if (message.bot || person?.is_bot) {
    const name = message.bot?.name ?? person.real_name;
    return { name, key: `bot:${name}`, isApp: true, picture: (size) => appPicture(message.bot?.icon, size) };
  }
  const known = person ?? { id: message.user ?? "", real_name: message.user ?? "Someone" };
  return { name: known.real_name, key: known.id, title: known.title, picture: (size) => avatar(known, size) };
}

function appPicture(sign, size = "") {
  if (/^https?:/.test(sign ?? "")) return appMark(size, sign);
  const name = (sign ?? "").replace(/^:|:$/g, "");
  return name ? span(`avatar sign ${size}`, drawEmoji(name)) : appMark(size);
}

function drawHead(message, author, workspace) {
  return div("message-head",
    el("span", { class: "author", title: author.title || null }, author.name),
    author.isApp ? span("badge", "App") : null,
    drawTime(message, workspace, "time"));
}

function drawTime(message, workspace, name) {
  const date = moment(message.ts);
  const { tz } = workspace.me;
  return el("time", { class: name, datetime: date.toISOString(), title: fullMoment(date, tz) }, timeOfDay(date, tz));
}

function drawPrivacy(session, message) {
  const dismiss = () => tell(session, session.api.dismiss(message.channel, message.ts));
  return div("privacy", icon("eye"), el("span", null, "Only visible to you"),
    el("button", { type: "button", class: "link-button", on: { click: dismiss } }, "Dismiss"));
}

function drawBody(body, message, surface) {
  if (isGone(message)) return fill(body, el("p", { class: "quiet" }, "This message was deleted."));
  const blocks = message.blocks?.length ? div("blocks") : null;
  if (blocks) placeBlocks(blocks, message.blocks, surface);
  const words = blocks ?? (message.text ? drawMrkdwn(message.text, surface.workspace) : null);
  const edited = message.edited ? span("edited", " (edited)") : null;
  fill(body, words, edited,
    (message.attachments ?? []).map((attachment) => drawAttachment(attachment, surface)),
    message.files?.length ? div("files", message.files.map((file) => drawFile(file, surface.workspace))) : null);
  return body;
}

function drawReactions(session, message) {
  if (!message.reactions?.length) return null;
  const { workspace } = session;
  return div("reactions", message.reactions.map(({ name, users }) => {
    const mine = users.includes(workspace.me.id);
    const who = users.map((id) => workspace.person(id)?.real_name ?? id).join(", ");
    return el("button", {
      type: "button", class: "reaction", "aria-pressed": mine, title: `${who}: ${name.replace(/_/g, " ")}`,
      data: { focus: `reaction/${message.ts}/${name}` },
      on: { click: () => tell(session, session.api.react(message.channel, message.ts, name)) },
    }, drawEmoji(name), span("count", String(users.length)));
  }));
}

function drawReplies(session, message) {
  if (!message.reply_count) return null;
  const { workspace } = session;
  const faces = (message.reply_users ?? []).slice(0, 4).map((id) => avatar(workspace.person(id) ?? { id, real_name: "?" }, "tiny"));
  const latest = message.latest_reply ? `last reply ${ago(moment(message.latest_reply), workspace.now())}` : "";
  const open = { click: () => session.go({ thread: message.ts }) };
  return el("button", { type: "button", class: "replies", data: { focus: `replies/${message.ts}` }, on: open },
    faces, span("replies-count", counted(message.reply_count, "reply", "replies")), span("quiet", latest));
}

/** Puts a field in place of one's own words; Enter keeps, Esc leaves them as they were. */
function editBody(body, session, message, surface) {
  const typed = asTyped(message.text, session.workspace);
  const field = el("textarea", { class: "field-control", rows: 3, "aria-label": "Edit message", value: typed });
  const stop = () => drawBody(body, message, surface);
  const keep = async () => {
    if (field.value.trim()) await tell(session, session.api.edit(message.channel, message.ts, field.value));
    stop();
  };
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      stop();
    } else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      keep();
    }
  });
  fill(body, field, div("edit-foot",
    textButton("Cancel", stop),
    textButton("Save", keep, "primary")));
  field.focus();
}
