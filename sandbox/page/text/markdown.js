// Reads standard Markdown, as the markdown block takes it, into the same small tree and draws it.
import { div, el } from "../parts/dom.js";
import { drawInlines } from "./draw.js";
import { findEmoji } from "./emoji.js";

const FENCE = /^\s*(```|~~~)/;
const HEADING = /^(#{1,6})\s+(.*?)\s*#*$/;
const RULE = /^\s*([-*_])(?:\s*\1){2,}\s*$/;
const ITEM = /^(\s*)([-*+]|\d+[.)])\s+(?:\[([ xX])\]\s+)?(.*)$/;
const ROW = /^\s*\|?.*\|.*$/;
const ROW_RULE = /^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$/;
const QUOTE = /^\s*>\s?/;

/** Draws Markdown: headings, lists, tasks, quotes, code, tables, rules and paragraphs. */
export function drawMarkdown(text, workspace) {
  return div("markdown", drawLines(String(text ?? "").split("\n"), workspace));
}

function drawLines(lines, workspace) {
  const drawn = [];
  const inline = (words) => drawInlines(readInlineMarkdown(words), workspace);
  while (lines.length) {
    const line = lines[0];
    const heading = line.match(HEADING);
    if (!line.trim()) lines.shift();
    else if (FENCE.test(line)) drawn.push(drawFence(lines));
    else if (heading) {
      const { length: level } = heading[1];
      drawn.push(el("p", { class: `md-heading level-${level}`, role: "heading", "aria-level": level + 2 }, inline(heading[2])));
      lines.shift();
    } else if (RULE.test(line)) {
      drawn.push(el("hr", { class: "divider" }));
      lines.shift();
    } else if (QUOTE.test(line)) {
      const quoted = takeWhile(lines, (next) => QUOTE.test(next));
      drawn.push(el("blockquote", { class: "quote" }, drawLines(quoted.map((next) => next.replace(QUOTE, "")), workspace)));
    } else if (ITEM.test(line)) drawn.push(drawList(takeWhile(lines, (next) => ITEM.test(next) || /^\s{2,}\S/.test(next)), inline));
    else if (ROW.test(line) && ROW_RULE.test(lines[1] ?? "")) drawn.push(drawTable(takeWhile(lines, (next) => ROW.test(next)), inline));
    else drawn.push(el("p", { class: "lines" }, inline(takeParagraph(lines).join("\n"))));
  }
  return drawn;
}

function takeWhile(lines, fits) {
  let count = 0;
  while (count < lines.length && fits(lines[count])) count += 1;
  return lines.splice(0, count);
}

function takeParagraph(lines) {
  const first = lines.shift();
  const starts = (line) => !line.trim() || FENCE.test(line) || HEADING.test(line) || RULE.test(line) || QUOTE.test(line) || ITEM.test(line);
  return [first, ...takeWhile(lines, (line) => !starts(line))];
}

function drawFence(lines) {
  const sign = lines.shift().trim().slice(0, 3);
  const inside = takeWhile(lines, (line) => !line.trim().startsWith(sign));
  lines.shift();
  return el("pre", { class: "pre", tabindex: 0 }, inside.join("\n"));
}

function drawList(lines, inline) {
  const items = [];
  for (const line of lines) {
    const found = line.match(ITEM);
    const [, indent, marker, task, words] = found ?? [];
    if (found) items.push({ depth: indent.length, ordered: /\d/.test(marker), start: parseInt(marker, 10), task, words });
    else items.at(-1).words += `\n${line.trim()}`;
  }
  return nest(items, inline);
}

function nest(items, inline) {
  const [first] = items;
  const list = el(first.ordered ? "ol" : "ul", { class: "list", start: first.ordered ? first.start : null });
  while (items.length) {
    const item = items.shift();
    const deeper = takeWhile(items, (next) => next.depth > item.depth);
    list.append(el("li", null, drawTick(item.task), inline(item.words), deeper.length ? nest(deeper, inline) : null));
  }
  return list;
}

/** The box of a task, ticked or not; none for a plain item. */
function drawTick(task) {
  if (task === undefined) return null;
  const done = task !== " ";
  return el("input", { type: "checkbox", disabled: true, checked: done, "aria-label": done ? "done" : "not done" });
}

function drawTable(lines, inline) {
  const cells = (line) => line.trim().replace(/^\||\|$/g, "").split("|").map((cell) => cell.trim());
  const [head, , ...rows] = lines.map(cells);
  return el("div", { class: "table-scroll", tabindex: 0, role: "group", "aria-label": "Table" }, el("table", { class: "table" },
    el("thead", null, el("tr", null, head.map((cell) => el("th", { scope: "col" }, inline(cell))))),
    el("tbody", null, rows.map((row) => el("tr", null, row.map((cell) => el("td", null, inline(cell))))))));
}

const INLINE = [
  [/`([^`]+)`/y, (found) => ({ type: "code", text: found[1] })],
  [/!?\[([^\]]*)\]\(([^()\s]+)\)/y, (found) => ({ type: "link", url: found[2], label: found[1] })],
  [/\*\*(?=\S)(.+?)(?<=\S)\*\*/y, (found) => ({ type: "bold", children: readInlineMarkdown(found[1]) })],
  [/__(?=\S)(.+?)(?<=\S)__/y, (found) => ({ type: "bold", children: readInlineMarkdown(found[1]) })],
  [/~~(?=\S)(.+?)(?<=\S)~~/y, (found) => ({ type: "strike", children: readInlineMarkdown(found[1]) })],
  [/\*(?=\S)([^*\n]+?)(?<=\S)\*/y, (found) => ({ type: "italic", children: readInlineMarkdown(found[1]) })],
  [/(?<![\p{L}\p{N}])_(?=\S)([^_\n]+?)(?<=\S)_(?![\p{L}\p{N}])/uy, (found) => ({ type: "italic", children: readInlineMarkdown(found[1]) })],
  [/<@([UW][A-Z0-9]+)>/y, (found) => ({ type: "user", id: found[1] })],
  [/<#([CG][A-Z0-9]+)>/y, (found) => ({ type: "channel", id: found[1] })],
  [/https?:\/\/[^\s<>()]*[^\s<>().,;:!?]/y, (found) => ({ type: "link", url: found[0], label: null })],
  [/:([a-z0-9_+-]+):/y, (found) => (findEmoji(found[1]) ? { type: "emoji", name: found[1] } : null)],
  [/\\([\\`*_{}[\]()#+.!|~>-])/y, (found) => ({ type: "text", text: found[1] })],
];

/** Reads one stretch of Markdown into inline parts. */
export function readInlineMarkdown(text) {
  const parts = [];
  let at = 0;
  while (at < text.length) {
    const found = firstFit(text, at);
    if (found) {
      parts.push(found.part);
      at = found.end;
    } else {
      if (parts.at(-1)?.plain) parts.at(-1).text += text[at];
      else parts.push({ type: "text", text: text[at], plain: true });
      at += 1;
    }
  }
  return parts;
}

function firstFit(text, at) {
  for (const [pattern, make] of INLINE) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    const part = found && make(found);
    if (part) return { part, end: at + found[0].length };
  }
  return null;
}
