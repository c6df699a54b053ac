// A table block: the first row is its head; cells hold plain or rich text.
import { el } from "../parts/dom.js";
import { drawRich } from "./rich_text.js";

export function drawTable(block, surface) {
  const [head = [], ...rows] = block.rows ?? [];
  const settings = block.column_settings ?? [];
  const cells = (row, tag, extra = {}) => row.map((cell, column) => {
    return el(tag, { class: cellClass(settings[column]), ...extra }, drawCell(cell, surface.workspace));
  });
  return scrolled("Table", el("table", { class: "table" },
    el("thead", null, el("tr", null, cells(head, "th", { scope: "col" }))),
    el("tbody", null, rows.map((row) => el("tr", null, cells(row, "td"))))));
}

function cellClass(setting) {
  return [`align-${setting?.align ?? "left"}`, setting?.is_wrapped ? "wrapped" : ""].join(" ").trim();
}

export function drawCell(cell, workspace) {
  if (cell?.type === "rich_text") return drawRich(cell, workspace);
  return document.createTextNode(String(cell?.text ?? cell?.value ?? ""));
}

/** A wide thing in a frame that scrolls by keyboard too. */
export function scrolled(label, ...children) {
  return el("div", { class: "table-scroll", tabindex: 0, role: "group", "aria-label": label }, children);
}
