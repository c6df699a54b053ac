// A question in the middle of the page: confirmations and the page's own small forms.
import { div, el, newId } from "./dom.js";
import { iconButton, textButton } from "./controls.js";

/**
 * Shows a dialog and waits for its end; null when it was left without an answer.
 * @param {{title: string, body: Node|Node[], yes?: string, no?: string, danger?: boolean, answer?: () => unknown, class?: string}} question
 */
export function ask({ title, body, yes, no = "Cancel", danger = false, answer = () => true, class: name = "" }) {
  const id = newId("title");
  const dialog = el("dialog", { class: `dialog ${name}`, "aria-labelledby": id });
  return new Promise((resolve) => {
    let result = null;
    const form = el("form", {
      method: "dialog",
      on: { submit: (event) => {
        event.preventDefault();
        result = answer();
        dialog.close();
      } },
    },
    el("header", { class: "dialog-head" }, el("h2", { id }, title), closeButton(() => dialog.close())),
    div("dialog-body", body),
    el("footer", { class: "dialog-foot" },
      textButton(no, () => dialog.close()),
      yes ? el("button", { type: "submit", class: `button ${danger ? "danger solid" : "primary"}`, autofocus: !danger }, yes) : null));
    dialog.append(form);
    dialog.addEventListener("close", () => {
      dialog.remove();
      resolve(result);
    });
    const opener = document.activeElement;
    (opener?.closest?.("dialog") ?? document.body).append(dialog);
    dialog.showModal();
  });
}

/** The cross at the corner of a dialog or pane. */
export function closeButton(close, label = "Close") {
  return iconButton("close", label, close);
}
