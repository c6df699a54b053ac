// Light or dark: as the computer says, or as chosen here.
import { el, fill } from "../parts/dom.js";
import { icon } from "../parts/icons.js";

const KEY = "practice-theme";
const NEXT = { auto: "light", light: "dark", dark: "auto" };
const SIGNS = { auto: "auto", light: "sun", dark: "moon" };
const WORDS = { auto: "Colours: as your computer says", light: "Colours: light", dark: "Colours: dark" };

export function applyTheme(theme = readTheme()) {
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

export function drawThemeButton() {
  const button = el("button", { type: "button", class: "icon-button" });
  const show = () => {
    const theme = readTheme();
    fill(button, icon(SIGNS[theme]));
    button.title = WORDS[theme];
    button.setAttribute("aria-label", `${WORDS[theme]}. Change`);
  };
  button.addEventListener("click", () => {
    localStorage.setItem(KEY, NEXT[readTheme()]);
    applyTheme();
    show();
  });
  show();
  return button;
}

function readTheme() {
  const kept = localStorage.getItem(KEY);
  return kept in NEXT ? kept : "auto";
}
