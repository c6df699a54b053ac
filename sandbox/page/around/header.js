// The bar at the top: the workspace, its clock, what came, colours, and who I am.
import { div, el, span } from "../parts/dom.js";
import { icon } from "../parts/icons.js";
import { drawActivityButton } from "./activity.js";
import { ClockButton } from "./clock.js";
import { drawPersonSwitcher } from "./person.js";
import { drawThemeButton } from "./theme.js";

export class Header {
  constructor(session) {
    const { name } = session.workspace.about;
    this.clock = new ClockButton(session);
    this.drawer = el("button", {
      type: "button", class: "icon-button drawer-button", "aria-label": "Channels", "aria-controls": "rail", "aria-expanded": false,
      on: { click: () => session.toggleDrawer() },
    }, icon("menu"));
    this.node = el("header", { class: "top" },
      div("top-start", this.drawer, el("img", { class: "mark", src: "/static/mark.svg", alt: "" }),
        div("workspace-words", el("h1", { class: "workspace-name" }, name), span("workspace-kind", "practice workspace"))),
      this.clock.node,
      div("top-end", drawActivityButton(session), drawThemeButton(), drawPersonSwitcher(session)));
  }
}
