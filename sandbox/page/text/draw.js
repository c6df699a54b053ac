// Draws read text: mentions by name, dates in the reader's zone, links that are safe; everything else as text.
import { div, el, span } from "../parts/dom.js";
import { readPermalink } from "../route.js";
import { findEmoji, withEmoji } from "./emoji.js";
import { unescape } from "./entities.js";
import { formatDate, fullMoment, moment } from "./dates.js";
import { safeLink } from "./links.js";
import { readInline, readMrkdwn } from "./mrkdwn.js";

const TAGS = { bold: "strong", italic: "em", strike: "s", code: "code" };

/** Draws a Block Kit text object: mrkdwn or plain_text. */
export function drawText(object, workspace) {
  if (!object) return null;
  if (typeof object === "string") return drawPlain(object);
  if (object.type === "mrkdwn") return drawMrkdwn(object.text, workspace);
  return drawPlain(object.text, object.emoji !== false);
}

/** Plain text as Slack shows it: its three entities decoded, emoji drawn, nothing else read. */
export function drawPlain(text, emoji = true) {
  return document.createTextNode(plainWords(text, emoji));
}

export function plainWords(text, emoji = true) {
  const words = unescape(String(text ?? ""));
  return emoji ? withEmoji(words) : words;
}

export function drawMrkdwn(text, workspace) {
  return div("mrkdwn", drawBlocks(readMrkdwn(text), workspace));
}

/** One line of mrkdwn, for places without room for paragraphs. */
export function drawLine(text, workspace) {
  return drawInlines(readInline(String(text ?? "").replace(/\s*\n\s*/g, " ")), workspace);
}

function drawBlocks(blocks, workspace) {
  return blocks.map((block) => {
    const inside = () => drawInlines(block.children, workspace);
    if (block.type === "pre") return el("pre", { class: "pre", tabindex: 0 }, inside());
    if (block.type === "quote") return el("blockquote", { class: "quote" }, drawBlocks(block.children, workspace));
    if (block.type === "item") {
      const name = `item depth-${Math.min(block.depth, 3)}`;
      return div(name, span("item-marker", `${block.marker} `), el("span", null, inside()));
    }
    return div("lines", inside());
  });
}

export function drawInlines(parts, workspace) {
  return parts.map((part) => drawInline(part, workspace));
}

/** One inline part, of mrkdwn, rich text or markdown alike. */
export function drawInline(part, workspace) {
  if (part.type in TAGS) return el(TAGS[part.type], null, part.children ? drawInlines(part.children, workspace) : part.text);
  return (DRAWN[part.type] ?? DRAWN.text)(part, workspace);
}

const DRAWN = {
  text: (part) => document.createTextNode(part.text ?? ""),
  emoji: (part) => drawEmoji(part.name, part.sign),
  user: (part, workspace) => {
    const person = workspace.person(part.id);
    const name = person?.real_name || person?.name || part.label || part.id;
    return el("span", { class: `mention${part.id === workspace.me.id ? " me" : ""}`, title: person?.title || null }, `@${name}`);
  },
  channel: (part, workspace) => {
    const channel = workspace.channel(part.id);
    if (!channel) return span("mention quiet", `#${part.label || "private-channel"}`);
    return el("a", { class: "mention", href: workspace.pathTo(channel.id) }, `#${channel.name}`);
  },
  group: (part) => span("mention", part.label || `@${part.id}`),
  everyone: (part) => span("mention me", `@${part.name}`),
  date: (part, workspace) => drawDate(part, workspace),
  link: (part, workspace) => drawLink(part.url, part.label, workspace),
};

export function drawEmoji(name, sign = findEmoji(name)) {
  if (!sign) return document.createTextNode(`:${name}:`);
  return el("span", { class: "emoji", role: "img", "aria-label": name.replace(/_/g, " "), title: `:${name}:` }, sign);
}

function drawDate(part, workspace) {
  if (!Number.isFinite(part.seconds)) return document.createTextNode(part.label);
  const date = moment(part.seconds);
  const words = formatDate(part.seconds, part.form, workspace.me.tz, workspace.now());
  const time = el("time", { datetime: date.toISOString(), title: fullMoment(date, workspace.me.tz) }, words);
  const link = part.url && safeLink(part.url);
  return link ? outward(link, time) : time;
}

/** A link out of the workspace; what is not a web or mail address stays text. */
export function drawLink(url, label, workspace) {
  const link = safeLink(url);
  const words = label || url.replace(/^mailto:/, "");
  if (!link) return document.createTextNode(label ? `${label} (${url})` : url);
  const inside = readPermalink(link);
  if (inside) return el("a", { href: workspace.pathTo(inside.channel, inside) }, withEmoji(words));
  return outward(link, withEmoji(words));
}

export function outward(link, ...children) {
  return el("a", { href: link, target: "_blank", rel: "noopener noreferrer nofollow" }, children);
}
