// Who I am here, and changing into somebody else.
import { el, span } from "../parts/dom.js";
import { icon } from "../parts/icons.js";
import { avatar } from "../parts/avatar.js";
import { Chooser, fitting } from "../parts/chooser.js";

export function drawPersonSwitcher(session) {
  const { me } = session.workspace;
  const title = [me.title, me.is_guest ? "Guest" : ""].filter(Boolean).join(" · ");
  const label = `You are ${[me.real_name, title].filter(Boolean).join(", ")}. Switch person`;
  const button = el("button", {
    type: "button", class: "person", "aria-haspopup": "listbox", "aria-expanded": false, "aria-label": label,
  },
  avatar(me, "small"),
  span("person-words", span("person-name", me.real_name), span("person-title", title)), icon("down"));
  let chooser = null;
  button.addEventListener("click", () => {
    if (chooser?.isOpen) return chooser.close();
    chooser = openSwitcher(session, button);
    return undefined;
  });
  return button;
}

function openSwitcher(session, button) {
  const { workspace } = session;
  const people = workspace.livingPeople().filter((person) => !person.is_bot).map((person) => ({
    key: person.id, text: person.real_name, description: [person.title, person.is_guest ? "Guest" : ""].filter(Boolean).join(" · "),
    picture: () => avatar(person, "small"),
  }));
  const chooser = new Chooser(button, {
    label: "Switch person",
    find: async (query) => fitting([{ label: "Be somebody else", choices: people }], query),
    chosen: () => new Set([workspace.me.id]),
    choose: (choice) => session.become(choice.key),
  });
  chooser.open();
  return chooser;
}
