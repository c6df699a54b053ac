// Makes a channel: its name, and whether only invited people see it.
import { el, newId } from "../parts/dom.js";
import { ask } from "../parts/dialog.js";
import { tell } from "../messages/toolbar.js";

export async function createChannel(session) {
  const nameId = newId("name");
  const name = el("input", { id: nameId, class: "field-control", type: "text", required: true, maxlength: 80, autocomplete: "off", autofocus: true, placeholder: "room-12-team" });
  const secret = el("input", { type: "checkbox", checked: true });
  const body = [
    el("label", { class: "label", for: nameId }, "Name"), name,
    el("label", { class: "box" }, secret, el("span", { class: "box-words" }, el("span", { class: "box-text" }, "Private"), el("span", { class: "box-description" }, "Only people who are invited see it. A team's channel is private."))),
  ];
  const wanted = await ask({ title: "New channel", body, yes: "Create", answer: () => ({ name: name.value.trim(), private: secret.checked }) });
  if (!wanted) return;
  const answer = await tell(session, session.api.channel("create", wanted));
  if (!answer.channel) return;
  await session.refresh();
  session.go({ channel: answer.channel.id });
}
