// Lets a file be dropped on a pane, and says where it will go.
import { el } from "../parts/dom.js";

/** @param {HTMLElement} pane @param {string} words @param {(files: File[]) => void} take */
export function acceptDrops(pane, words, take) {
  const sign = el("div", { class: "drop-sign", hidden: true }, el("p", null, words));
  pane.append(sign);
  const hasFiles = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  pane.addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    sign.hidden = false;
  });
  pane.addEventListener("dragleave", (event) => {
    if (!pane.contains(event.relatedTarget)) sign.hidden = true;
  });
  pane.addEventListener("drop", (event) => {
    sign.hidden = true;
    if (!hasFiles(event)) return;
    event.preventDefault();
    take([...event.dataTransfer.files]);
  });
}
