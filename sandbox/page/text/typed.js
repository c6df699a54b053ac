// A kept text as its writer would type it again: names for ids, signs for entities.
import { unescape } from "./entities.js";

export function asTyped(text, workspace) {
  const plain = String(text ?? "").replace(/<([^<>\n]+)>/g, (whole, inside) => typedToken(inside, workspace) ?? whole);
  return unescape(plain);
}

function typedToken(inside, workspace) {
  const [target, label] = inside.split("|");
  if (target.startsWith("@")) return `@${workspace.person(target.slice(1))?.name ?? label ?? target.slice(1)}`;
  if (target.startsWith("#")) return `#${workspace.channel(target.slice(1))?.name ?? label ?? target.slice(1)}`;
  if (target.startsWith("!")) return label ?? `@${target.slice(1)}`;
  return target.replace(/^mailto:/, "");
}
