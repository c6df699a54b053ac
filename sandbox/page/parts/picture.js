// A picture from somewhere: shown when its address may be, told in words when it cannot.
import { el, span } from "./dom.js";
import { safePicture } from "../text/links.js";

/** A picture from an address, or plain words where the address may not be shown or does not load. */
export function drawPicture(image, name = "") {
  const source = safePicture(image.image_url ?? image.slack_file?.url);
  const words = image.alt_text ?? "";
  const instead = () => span("picture-missing", words || "A picture that cannot be shown");
  if (!source) return instead();
  const picture = el("img", { class: `picture ${name}`, src: source, alt: words, loading: "lazy" });
  picture.addEventListener("error", () => picture.replaceWith(instead()));
  return picture;
}
