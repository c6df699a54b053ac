// Makes a channel: its name, and whether only invited people see it.
import { el, newId, span } from "../parts/dom.js";
import { ask } from "../parts/dialog.js";
import { tell } from "../messages/toolbar.js";

export async function createChannel(session) {
  const nameId = newId("name");
  const name = el("input", {
    id: nameId, class: "field-control", type: "text", placeholder: "room-12-team",
    required: true, maxlength: 80, autocomplete: "off", autofocus: true,
  });
  const secret = el("input", { type: "checkbox", checked: true });
  const why = "Only people who are invited see it. A team's channel is private.";
  const body = [
    el("label", { class: "label", for: nameId }, "Name"), name,
    el("label", { class: "box" }, secret, span("box-words", span("box-text", "Private"), span("box-description", why))),
  ];
  const answer = () => ({ name: name.value.trim(), private: secret.checked });
  const wanted = await ask({ title: "New channel", body, yes: "Create", answer });
  if (!wanted) return;
  const { channel } = await tell(session, session.api.channel("create", wanted));
  if (!channel) return;
  await session.refresh();
  session.go({ channel: channel.id });
}
