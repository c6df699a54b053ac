// The page's two kinds of button: one with words, one with a sign.
import { el } from "./dom.js";
import { icon } from "./icons.js";

/** @param {string} words @param {() => void} act @param {string} [name] "primary", "danger" */
export function textButton(words, act, name = "") {
  return el("button", { type: "button", class: `button ${name}`.trim(), on: { click: act } }, words);
}

/** @param {string} sign its icon @param {string} label what it does, in words @param {() => void} act */
export function iconButton(sign, label, act, more = {}) {
  return el("button", { type: "button", class: "icon-button", "aria-label": label, title: label, on: { click: act }, ...more }, icon(sign));
}
