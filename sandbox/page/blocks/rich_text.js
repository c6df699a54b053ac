// Rich text: sections, lists, quotes and preformatted parts; and the markdown block.
import { div, el } from "../parts/dom.js";
import { drawInline } from "../text/draw.js";
import { drawMarkdown } from "../text/markdown.js";

export function drawMarkdownBlock(block, surface) {
  return drawMarkdown(block.text, surface.workspace);
}

export function drawRichText(block, surface) {
  return drawRich(block, surface.workspace);
}

export function drawRich(block, workspace) {
  return div("rich", (block.elements ?? []).map((element) => (PARTS[element.type] ?? PARTS.rich_text_section)(element, workspace)));
}

const PARTS = {
  rich_text_section: (part, workspace) => div("lines", drawRuns(part.elements, workspace)),
  rich_text_quote: (part, workspace) => el("blockquote", { class: "quote" }, div("lines", drawRuns(part.elements, workspace))),
  rich_text_preformatted: (part, workspace) => el("pre", { class: "pre", tabindex: 0 }, drawRuns(part.elements, workspace)),
  rich_text_list: drawList,
};

const ORDERS = ["1", "a", "i"];

function drawList(part, workspace) {
  const ordered = part.style === "ordered";
  const depth = Math.min(part.indent ?? 0, 8);
  return el(ordered ? "ol" : "ul",
    {
      class: `list indent-${depth}${part.border ? " bordered" : ""}`,
      type: ordered ? ORDERS[depth % 3] : null,
      start: ordered && part.offset ? part.offset + 1 : null,
    },
    (part.elements ?? []).map((item) => el("li", null, drawRuns(item.elements, workspace))));
}

function drawRuns(runs = [], workspace) {
  return runs.map((run) => styled(drawRun(run, workspace), run.style));
}

function drawRun(run, workspace) {
  return drawInline((RUNS[run.type] ?? RUNS.text)(run), workspace);
}

const RUNS = {
  text: (run) => ({ type: "text", text: run.text ?? "" }),
  link: (run) => ({ type: "link", url: run.url ?? "", label: run.text ?? null }),
  user: (run) => ({ type: "user", id: run.user_id }),
  usergroup: (run) => ({ type: "group", id: run.usergroup_id }),
  channel: (run) => ({ type: "channel", id: run.channel_id }),
  broadcast: (run) => ({ type: "everyone", name: run.range }),
  emoji: (run) => ({ type: "emoji", name: run.name, sign: fromUnicode(run.unicode) }),
  date: (run) => ({ type: "date", seconds: run.timestamp, form: run.format ?? "{date}", url: run.url ?? null, label: run.fallback ?? "" }),
  color: (run) => ({ type: "code", text: run.value }),
};

function fromUnicode(codes) {
  if (!/^[0-9a-f]{1,6}(-[0-9a-f]{1,6})*$/i.test(codes ?? "")) return undefined;
  return String.fromCodePoint(...codes.split("-").map((code) => Math.min(parseInt(code, 16), 0x10ffff)));
}

const STYLES = { code: "code", strike: "s", italic: "em", bold: "strong", underline: "u", highlight: "mark" };

function styled(node, style = {}) {
  return Object.entries(STYLES).reduce((inside, [name, tag]) => (style[name] ? el(tag, null, inside) : inside), node);
}
