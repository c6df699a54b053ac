// Date, time and both together, in the browser's own pickers; moments are the person's own wall clock.
import { el } from "../parts/dom.js";
import { fromWallTime, wallTime } from "../text/dates.js";
import { plainWords } from "../text/draw.js";

export function drawDate(stand) {
  return drawPicker(stand, "date", "selected_date", stand.element.initial_date);
}

export function drawTime(stand) {
  return drawPicker(stand, "time", "selected_time", stand.element.initial_time);
}

export function drawDateTime(stand) {
  const zone = stand.workspace.me.tz;
  return drawPicker(stand, "datetime-local", "selected_date_time", stand.element.initial_date_time, {
    toField: (seconds) => wallTime(new Date(seconds * 1000), zone),
    fromField: (text) => Math.round(fromWallTime(text, zone) / 1000),
  });
}

const AS_IS = { toField: (value) => value, fromField: (text) => text };

function drawPicker(stand, type, key, initial, { toField, fromField } = AS_IS) {
  const state = stand.start({ [key]: initial ?? null });
  const words = plainWords(stand.element.placeholder?.text ?? { date: "Pick a date", time: "Pick a time" }[type] ?? "Pick a moment");
  const show = (now) => (now?.[key] ? toField(now[key]) : "");
  const field = el("input", {
    type, class: "field-control picker", value: show(state), title: words, ...stand.naming(words), data: { focus: stand.focusKey },
  });
  field.addEventListener("change", async () => {
    const kept = await stand.change({ [key]: field.value ? fromField(field.value) : null });
    if (!kept) field.value = show(stand.state);
  });
  return field;
}
