// Data visualization, told plainly: the numbers of its chart as a table.
import { el, span } from "../parts/dom.js";
import { plainWords } from "../text/draw.js";
import { scrolled } from "./table.js";

export function drawSeries(block) {
  const title = plainWords(block.title?.text ?? block.title ?? "Chart");
  const chart = block.chart ?? {};
  const [head, ...rows] = chart.segments ? ofPie(chart) : ofSeries(chart);
  const cells = ([name, ...numbers], tag, scope) => {
    return el("tr", null, el("th", { scope }, name), numbers.map((number) => el(tag, { class: "align-right" }, number)));
  };
  return scrolled(title, el("table", { class: "table" },
    el("caption", null, title, span("quiet", ` · ${chart.type ?? "chart"}, as numbers`)),
    el("thead", null, cells(head, "th", "col")),
    el("tbody", null, rows.map((row) => cells(row, "td", "row")))));
}

function ofPie({ segments }) {
  return [["", "Value"], ...segments.map(({ label, value }) => [label, String(value)])];
}

/** One row per category, one column per series; a point that is missing stays empty. */
function ofSeries({ series = [], axis_config: axis = {} }) {
  const categories = axis.categories ?? [...new Set(series.flatMap(({ data }) => data.map(({ label }) => label)))];
  const valueAt = ({ data }, category) => String(data.find(({ label }) => label === category)?.value ?? "");
  const head = [axis.x_label ?? "", ...series.map(({ name }) => name)];
  return [head, ...categories.map((category) => [category, ...series.map((each) => valueAt(each, category))])];
}
