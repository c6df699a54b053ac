// What hangs on a message: older-style attachments with a coloured edge, and files.
import { div, el, span } from "../parts/dom.js";
import { icon } from "../parts/icons.js";
import { drawPicture } from "../parts/picture.js";
import { placeBlocks } from "../blocks/draw.js";
import { drawMrkdwn, outward, plainWords } from "../text/draw.js";
import { moment, timeOfDay } from "../text/dates.js";
import { safeLink } from "../text/links.js";

const NAMED = { good: "#2e7d5b", warning: "#b7791f", danger: "#a3342b" };

export function drawAttachment(attachment, surface) {
  const { workspace } = surface;
  const node = div("attachment");
  node.style.borderLeftColor = edgeOf(attachment.color);
  if (attachment.blocks) {
    const blocks = div("blocks");
    placeBlocks(blocks, attachment.blocks, surface);
    node.append(blocks);
    return node;
  }
  node.append(...[
    attachment.pretext ? drawMrkdwn(attachment.pretext, workspace) : null,
    attachment.author_name ? div("quiet", plainWords(attachment.author_name)) : null,
    attachment.title ? div("card-title", titled(attachment)) : null,
    attachment.text ? drawMrkdwn(attachment.text, workspace) : null,
    attachment.fields ? div("fields", attachment.fields.map((field) => drawField(field, workspace))) : null,
    attachment.image_url ? drawPicture({ image_url: attachment.image_url, alt_text: attachment.fallback }) : null,
    drawFoot(attachment, workspace),
  ].filter(Boolean));
  if (!node.childNodes.length) node.append(plainWords(attachment.fallback));
  return node;
}

function edgeOf(color) {
  if (NAMED[color]) return NAMED[color];
  return /^#?[0-9a-f]{6}$/i.test(color ?? "") ? `#${color.replace("#", "")}` : "";
}

function titled(attachment) {
  const link = attachment.title_link && safeLink(attachment.title_link);
  return link ? outward(link, plainWords(attachment.title)) : plainWords(attachment.title);
}

function drawField(field, workspace) {
  return div(`field${field.short ? "" : " long"}`, el("strong", null, plainWords(field.title)), drawMrkdwn(field.value, workspace));
}

function drawFoot(attachment, workspace) {
  if (!attachment.footer) return null;
  const when = attachment.ts ? ` · ${timeOfDay(moment(attachment.ts), workspace.me.tz)}` : "";
  return div("quiet", plainWords(attachment.footer) + when);
}

/** A file: pictures are shown, sounds can be played, the rest is a card to open. */
export function drawFile(file, workspace) {
  const url = ownAddress(file.url ?? file.url_private ?? "", workspace);
  if (file.mimetype?.startsWith("image/")) {
    const picture = drawPicture({ image_url: url, alt_text: file.name });
    return el("figure", { class: "file picture-file" }, el("figcaption", null, file.name), picture);
  }
  if (file.mimetype?.startsWith("audio/")) {
    return div("file", div("file-name", file.name), el("audio", { controls: true, preload: "none", src: url, "aria-label": file.name }));
  }
  return el("a", { class: "file card-file", href: url, download: file.name },
    icon("file"), el("span", null, span("file-name", file.name), span("quiet", saySize(file.size, file.mimetype))));
}

/** The file's place on this server, asked for as the person who looks at it. */
function ownAddress(address, workspace) {
  const { pathname } = new URL(address, location.href);
  return `${pathname}?as=${encodeURIComponent(workspace.me.id)}`;
}

function saySize(bytes, kind) {
  const sizes = [[1_048_576, "MB"], [1024, "kB"]];
  const [size, unit] = sizes.find(([least]) => bytes >= least) ?? [1, "bytes"];
  const said = Number.isFinite(bytes) ? `${size === 1 ? bytes : (bytes / size).toFixed(1)} ${unit}` : "";
  return [said, kind].filter(Boolean).join(" · ");
}
