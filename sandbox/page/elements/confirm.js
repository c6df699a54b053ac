// The question an element may ask before it acts.
import { ask } from "../parts/dialog.js";
import { drawText, plainWords } from "../text/draw.js";

/** @returns {Promise<boolean>} whether the person went on */
export async function confirmed(confirm, workspace) {
  const answer = await ask({
    title: plainWords(confirm.title?.text),
    body: drawText(confirm.text, workspace),
    yes: plainWords(confirm.confirm?.text ?? "Yes"),
    no: plainWords(confirm.deny?.text ?? "Cancel"),
    danger: confirm.style === "danger",
    class: "confirm",
  });
  return answer === true;
}
