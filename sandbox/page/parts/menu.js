// A menu of things to do, walked with the arrow keys, Home, End and the first letter.
import { div, el, span } from "./dom.js";
import { icon } from "./icons.js";
import { Popup } from "./popup.js";

/**
 * @typedef {{text: string, description?: string, icon?: string, danger?: boolean, checked?: boolean, act: () => void}} Entry
 *
 * Opens a menu beside its button.
 * @param {HTMLElement} anchor
 * @param {string} label what the menu is, for a screen reader
 * @param {Array<Entry|{heading: string}|null|undefined>} items null draws a line, undefined nothing
 */
export function openMenu(anchor, label, items, { onClose } = {}) {
  const popup = new Popup(anchor, { class: "menu-popup", onClose });
  const menu = el("div", { role: "menu", "aria-label": label, class: "menu" });
  menu.append(...items.filter((item) => item !== undefined).map((item) => drawEntry(item, popup)));
  menu.addEventListener("keydown", (event) => walk(event, menu, popup));
  popup.node.append(menu);
  popup.open();
  entries(menu)[0]?.focus();
  return popup;
}

/** A button that opens its menu, and closes it when pressed again. `items` is asked for each time. */
export function menuButton(attributes, label, items, ...children) {
  let popup = null;
  const button = el("button", {
    type: "button", "aria-haspopup": "menu", "aria-expanded": false, "aria-label": label, title: label, ...attributes,
  }, ...children);
  button.addEventListener("click", () => {
    if (popup?.isOpen) popup.close();
    else popup = openMenu(button, label, items());
  });
  return button;
}

function drawEntry(item, popup) {
  if (item === null) return el("div", { role: "separator", class: "menu-line" });
  if (item.heading) return div("menu-heading", item.heading);
  const role = item.checked === undefined ? "menuitem" : "menuitemradio";
  const choose = () => {
    popup.close();
    item.act();
  };
  return el(
    "button",
    {
      type: "button", role, tabindex: -1, class: `menu-item${item.danger ? " danger" : ""}`,
      "aria-checked": item.checked ?? null, on: { click: choose },
    },
    item.icon ? icon(item.icon) : null,
    span("menu-words",
      span("menu-text", item.text),
      item.description ? span("menu-description", item.description) : null),
    item.checked ? icon("check") : null,
  );
}

function entries(menu) {
  return [...menu.querySelectorAll(".menu-item")];
}

function walk(event, menu, popup) {
  const all = entries(menu);
  const here = all.indexOf(document.activeElement);
  const next = step(event.key, all, here);
  if (event.key === "Tab") popup.close();
  else if (next) {
    event.preventDefault();
    next.focus();
  }
}

function step(key, all, here) {
  if (key === "ArrowDown") return all[(here + 1) % all.length];
  if (key === "ArrowUp") return all[(here - 1 + all.length) % all.length];
  if (key === "Home") return all[0];
  if (key === "End") return all.at(-1);
  if (key.length === 1 && key !== " ") return startingWith(key, [...all.slice(here + 1), ...all.slice(0, here + 1)]);
  return null;
}

function startingWith(letter, all) {
  return all.find((entry) => entry.textContent.trim().toLowerCase().startsWith(letter.toLowerCase()));
}
