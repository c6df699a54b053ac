// The bell: what came lately, as a phone would have shown it, and what went wrong.
import { icon } from "../parts/icons.js";
import { menuButton } from "../parts/menu.js";

export function drawActivityButton(session) {
  const items = () => {
    const past = session.toasts.past.map((news) => ({
      text: news.title, description: news.text, icon: news.kind === "trouble" ? "warning" : "bell", act: news.act ?? (() => {}),
    }));
    return past.length ? [{ heading: "Lately" }, ...past] : [{ heading: "Nothing yet. What a phone would show appears here." }];
  };
  return menuButton({ class: "icon-button" }, "Activity", items, icon("bell"));
}
