// Reads Slack's mrkdwn into a small tree; nothing here touches the page.
import { findEmoji } from "./emoji.js";
import { unescape } from "./entities.js";

/**
 * @typedef {{type: string, text?: string, children?: Part[]}} Part
 * Blocks: lines, quote, pre, item. Within lines: text, bold, italic, strike, code, user, channel, group, everyone, date, link, emoji.
 */

const STYLES = { "*": "bold", _: "italic", "~": "strike" };
const LETTER = /[\p{L}\p{N}]/u;
const ITEM = /^(\s*)([•◦▪‣–-]|\d{1,3}\.)\s+(.*)$/;
const QUOTE = /^(?:&gt;|>)\s?/;
const QUOTE_REST = /^(?:&gt;|>){3}\s?/;

/** The blocks of a text: preformatted parts, quotes, list items and plain lines. */
export function readMrkdwn(text) {
  return String(text ?? "").split(/```\n?([\s\S]*?)\n?```/g).flatMap((part, index) => {
    if (index % 2) return [{ type: "pre", children: readPre(part) }];
    return readLines(index ? part.replace(/^\n/, "") : part);
  });
}

function readPre(text) {
  return readInline(text, { styled: false });
}

function readLines(text) {
  if (!text) return [];
  const blocks = [];
  const lines = text.split("\n");
  while (lines.length) {
    if (QUOTE_REST.test(lines[0])) {
      blocks.push({ type: "quote", children: readLines(lines.splice(0).join("\n").replace(QUOTE_REST, "")) });
    } else if (QUOTE.test(lines[0])) {
      const quoted = takeWhile(lines, (line) => QUOTE.test(line) && !QUOTE_REST.test(line));
      blocks.push({ type: "quote", children: readLines(quoted.map((line) => line.replace(QUOTE, "")).join("\n")) });
    } else if (ITEM.test(lines[0])) {
      const [, indent, marker, words] = lines.shift().match(ITEM);
      blocks.push({ type: "item", marker, depth: Math.floor(indent.replace(/\t/g, "  ").length / 2), children: readInline(words) });
    } else {
      const plain = takeWhile(lines, (line) => !QUOTE.test(line) && !ITEM.test(line));
      blocks.push({ type: "lines", children: readInline(plain.join("\n")) });
    }
  }
  return blocks;
}

function takeWhile(lines, fits) {
  let count = 0;
  while (count < lines.length && fits(lines[count])) count += 1;
  return lines.splice(0, count);
}

/** Reads one stretch of text into inline parts. */
export function readInline(text, { styled = true } = {}) {
  const parts = [];
  let plain = "";
  let at = 0;
  const flush = () => {
    if (plain) parts.push({ type: "text", text: unescape(plain) });
    plain = "";
  };
  while (at < text.length) {
    const found = readToken(text, at) ?? (styled ? readStyled(text, at) ?? readShort(text, at) : null);
    if (found) {
      flush();
      parts.push(found.part);
      at = found.end;
    } else {
      plain += text[at];
      at += 1;
    }
  }
  flush();
  return parts;
}

const TOKEN = /<([^<>\n]+)>/y;

function match(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** What stands between < and >: a mention, a date, a link. */
function readToken(text, at) {
  if (text[at] !== "<") return null;
  const found = match(TOKEN, text, at);
  if (!found) return null;
  const part = readAngled(found[1]);
  return part && { part, end: TOKEN.lastIndex };
}

function readAngled(inside) {
  const bar = inside.indexOf("|");
  const target = bar < 0 ? inside : inside.slice(0, bar);
  const label = bar < 0 ? null : unescape(inside.slice(bar + 1));
  if (/^@[UW]/.test(target)) return { type: "user", id: target.slice(1), label };
  if (/^#[CG]/.test(target)) return { type: "channel", id: target.slice(1), label };
  if (target.startsWith("!")) return readBang(target.slice(1), label);
  return { type: "link", url: unescape(target), label };
}

function readBang(word, label) {
  if (/^(here|channel|everyone)$/.test(word)) return { type: "everyone", name: word };
  if (word.startsWith("subteam^")) return { type: "group", id: word.slice(8), label };
  if (word.startsWith("date^")) {
    const [, seconds, form, url] = word.split("^");
    return { type: "date", seconds: Number(seconds), form: unescape(form ?? ""), url: url ?? null, label: label ?? "" };
  }
  return { type: "text", text: label ?? `<!${word}>` };
}

const CODE = /`([^`\n]+)`/y;

function readStyled(text, at) {
  const code = text[at] === "`" ? match(CODE, text, at) : null;
  if (code) return { part: { type: "code", children: readInline(code[1], { styled: false }) }, end: CODE.lastIndex };
  const type = STYLES[text[at]];
  if (!type || (at > 0 && (LETTER.test(text[at - 1]) || text[at - 1] === text[at]))) return null;
  const end = findClosing(text, at);
  return end && { part: { type, children: readInline(text.slice(at + 1, end)) }, end: end + 1 };
}

/** Where the same sign closes on this line, with a word before it and none after; tokens and code are stepped over. */
function findClosing(text, start) {
  const sign = text[start];
  if (/\s/.test(text[start + 1] ?? " ") || text[start + 1] === sign) return null;
  for (let at = start + 1; at < text.length && text[at] !== "\n"; at += 1) {
    if (text[at] === "<" && match(TOKEN, text, at)) at = TOKEN.lastIndex - 1;
    else if (text[at] === "`" && match(CODE, text, at)) at = CODE.lastIndex - 1;
    else if (text[at] === sign && !/\s/.test(text[at - 1]) && !LETTER.test(text[at + 1] ?? " ")) return at;
  }
  return null;
}

const EMOJI = /:([a-z0-9_+'-]+(?:::skin-tone-\d)?):/y;
const BARE = /https?:\/\/[^\s<>|]*[^\s<>|.,;:!?)\]'"*_~]/y;

/** Emoji shortcodes and addresses typed bare. */
function readShort(text, at) {
  if (text[at] === ":") {
    const found = match(EMOJI, text, at);
    const sign = found && findEmoji(found[1]);
    return sign ? { part: { type: "emoji", name: found[1], sign }, end: EMOJI.lastIndex } : null;
  }
  if (text[at] !== "h" || (at > 0 && LETTER.test(text[at - 1]))) return null;
  const found = match(BARE, text, at);
  return found && { part: { type: "link", url: unescape(found[0]), label: null }, end: BARE.lastIndex };
}
