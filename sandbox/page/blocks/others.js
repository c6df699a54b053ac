// The newer and rarer blocks, drawn plainly; one the page does not know shows its name and its words.
import { div, el, span } from "../parts/dom.js";
import { icon } from "../parts/icons.js";
import { drawElement } from "../elements/draw.js";
import { drawText, outward, plainWords } from "../text/draw.js";
import { safeLink } from "../text/links.js";
import { drawPicture } from "../parts/picture.js";
import { drawRich } from "./rich_text.js";

export function drawAlert(block, surface) {
  const level = ["info", "warning", "error", "success"].includes(block.level) ? block.level : "default";
  const sign = { warning: "warning", error: "warning", success: "check" }[level] ?? "note";
  return el("div", { class: `alert ${level}`, role: "note" }, icon(sign), el("div", null, drawText(block.text, surface.workspace)));
}

export function drawCard(block, surface) {
  return el("article", { class: "card" },
    block.hero_image ? drawPicture(block.hero_image, "hero") : null,
    div("card-head",
      block.icon ? drawPicture(block.icon, "small") : null,
      el("div", null,
        block.title ? div("card-title", drawText(block.title, surface.workspace)) : null,
        block.subtitle ? div("quiet", drawText(block.subtitle, surface.workspace)) : null)),
    block.body ? drawText(block.body, surface.workspace) : null,
    block.actions ? div("card-actions", block.actions.map((element) => drawElement(element, block.block_id, surface))) : null);
}

export function drawCarousel(block, surface) {
  return el("div", { class: "carousel", tabindex: 0, role: "group", "aria-label": "Cards" },
    (block.elements ?? []).map((card, index) => drawCard({ ...card, block_id: card.block_id ?? `${block.block_id}-${index}` }, surface)));
}

export function drawContainer(block, surface, drawBlock) {
  const title = block.rich_text_title ? drawRich(block.rich_text_title, surface.workspace) : plainWords(block.title?.text);
  const head = [
    block.icon ? drawPicture(block.icon, "small") : null,
    span("container-title", title),
    block.subtitle ? span("quiet", drawText(block.subtitle, surface.workspace)) : null,
  ];
  const named = (child, index) => ({ ...child, block_id: child.block_id ?? `${block.block_id}-${index}` });
  const inside = (block.child_blocks ?? []).map(named).map((child) => drawBlock(child, surface));
  if (!block.is_collapsible) return div("container", div("container-head", head), inside);
  return el("details", { class: "container", open: !block.default_collapsed }, el("summary", { class: "container-head" }, head), inside);
}

const STATUS = { pending: "To do", in_progress: "Under way", complete: "Done", error: "Failed" };

export function drawTask(block, surface) {
  const details = [block.details, block.output].filter(Boolean).map((part) => drawRich(part, surface.workspace));
  return div(`task ${block.status ?? ""}`,
    span("task-status", STATUS[block.status] ?? "To do"), span("task-title", plainWords(block.title)), details);
}

export function drawPlan(block, surface) {
  return [div("card-title", plainWords(block.title?.text ?? block.title)), (block.tasks ?? []).map((task) => drawTask(task, surface))];
}

export function drawVideo(block) {
  const link = safeLink(block.title_url ?? block.video_url);
  const title = plainWords(block.title?.text);
  return el("article", { class: "card" },
    block.thumbnail_url ? drawPicture({ image_url: block.thumbnail_url, alt_text: block.alt_text }, "hero") : null,
    div("card-title", link ? outward(link, title) : title),
    block.description ? el("div", null, plainWords(block.description.text)) : null,
    div("quiet", ["Video", block.provider_name, block.author_name].filter(Boolean).join(" · ")));
}

/** A block of a kind this page has no drawing for: its name and whatever words are in it. */
export function drawUnknown(block) {
  const words = wordsIn(block);
  return div("unknown", span("quiet", `A “${block.type}” block`), words.length ? `: ${words.join(" · ")}` : null);
}

function wordsIn(thing) {
  if (Array.isArray(thing)) return thing.flatMap(wordsIn);
  if (!thing || typeof thing !== "object") return [];
  return Object.entries(thing).flatMap(([key, value]) => {
    if (typeof value !== "string") return wordsIn(value);
    return ["text", "title", "alt_text", "external_id"].includes(key) ? [value] : [];
  });
}
