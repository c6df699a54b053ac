// A data table: a caption, columns one can sort, and pages.
import { iconButton } from "../parts/controls.js";
import { div, el, fill } from "../parts/dom.js";
import { drawCell, scrolled } from "./table.js";

const PAGE = 5;

export function drawDataTable(block, surface) {
  return new DataTable(block, surface.workspace).node;
}

class DataTable {
  constructor(block, workspace) {
    const [head = [], ...rows] = block.rows ?? [];
    Object.assign(this, { head, rows, workspace, size: block.page_size ?? PAGE, page: 0, sorted: null });
    this.named = block.row_header_column_index ?? 0;
    this.caption = block.caption ?? "";
    this.node = div("data-table");
    this.draw();
  }

  get pages() {
    return Math.max(1, Math.ceil(this.rows.length / this.size));
  }

  draw() {
    const shown = this.order().slice(this.page * this.size, (this.page + 1) * this.size);
    fill(this.node,
      scrolled(this.caption || "Table", el("table", { class: "table" },
        el("caption", null, this.caption),
        el("thead", null, el("tr", null, this.head.map((cell, column) => this.drawHead(cell, column)))),
        el("tbody", null, shown.map((row) => this.drawRow(row))))),
      this.pages > 1 ? this.drawPager() : null);
  }

  order() {
    if (!this.sorted) return this.rows;
    const { column, down } = this.sorted;
    const compare = new Intl.Collator("en", { numeric: true }).compare;
    return [...this.rows].sort((one, other) => compare(words(one[column]), words(other[column])) * (down ? -1 : 1));
  }

  drawHead(cell, column) {
    const mine = this.sorted?.column === column;
    const way = mine ? (this.sorted.down ? "descending" : "ascending") : "none";
    const sort = () => {
      this.sorted = { column, down: mine && !this.sorted.down };
      this.page = 0;
      this.draw();
      this.node.querySelectorAll("th button")[column]?.focus();
    };
    return el("th", { scope: "col", "aria-sort": way }, el("button", { type: "button", class: "sort", on: { click: sort } },
      drawCell(cell, this.workspace), el("span", { class: `sort-way ${way}`, "aria-hidden": "true" })));
  }

  drawRow(row) {
    return el("tr", null, row.map((cell, column) => {
      const name = cell?.type === "raw_number" ? "align-right" : "";
      const attributes = column === this.named ? { scope: "row", class: name } : { class: name };
      return el(column === this.named ? "th" : "td", attributes, drawCell(cell, this.workspace));
    }));
  }

  drawPager() {
    const turn = (by) => () => {
      this.page += by;
      this.draw();
      this.node.querySelector(`.pager [data-turn="${by}"]`)?.focus();
    };
    const button = (by, label, sign, off) => iconButton(sign, label, turn(by), { disabled: off, data: { turn: by } });
    return div("pager",
      button(-1, "Earlier rows", "left", this.page === 0),
      el("span", { role: "status" }, `Page ${this.page + 1} of ${this.pages}`),
      button(1, "Further rows", "right", this.page >= this.pages - 1));
  }
}

function words(cell) {
  if (cell?.type === "raw_number") return String(cell.value);
  if (cell?.type !== "rich_text") return cell?.text ?? "";
  return (cell.elements ?? []).flatMap((part) => part.elements ?? []).map((run) => run.text ?? "").join("");
}
