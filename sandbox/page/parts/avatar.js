// A person's or an app's small picture: initials on their colour, or the app's mark.
import { el } from "./dom.js";
import { icon } from "./icons.js";

const PALETTE = [
  "#2f6f6a", "#8a4b2f", "#5b5a8c", "#7a5c12", "#7d3f5c", "#3f6a3a",
  "#2e5f86", "#6a4a7c", "#4d6b1f", "#8a3f3f", "#3d5a98", "#6b5340",
];

/** @param {{id: string, real_name?: string, name?: string, is_bot?: boolean}} person */
export function avatar(person, size = "") {
  if (person.is_bot) return appMark(size);
  const node = el("span", { class: `avatar ${size}`, "aria-hidden": "true" }, initials(person.real_name || person.name || "?"));
  node.style.backgroundColor = colourOf(person);
  return node;
}

/** The picture of an app; `link` when it brings its own. */
export function appMark(size = "", link = null) {
  if (link) return el("img", { class: `avatar app ${size}`, src: link, alt: "" });
  return el("img", { class: `avatar app ${size}`, src: "/static/mark.svg", alt: "" });
}

/** A channel's sign: a lock when it is private. */
export function channelSign(channel) {
  return icon(channel.kind === "private" ? "lock" : "hash");
}

function initials(name) {
  const words = name.replace(/^(dr|mr|mrs|ms|mx)\.?\s/i, "").split(/\s+/).filter(Boolean);
  return [words[0], words.length > 1 ? words.at(-1) : ""].map((word) => [...word][0] ?? "").join("").toUpperCase();
}

/** A calm colour of the page's own, always the same for the same person. */
function colourOf(person) {
  const sum = [...(person.id ?? "")].reduce((total, letter) => (total * 31 + letter.charCodeAt(0)) % 1_000_003, 7);
  return PALETTE[sum % PALETTE.length];
}
