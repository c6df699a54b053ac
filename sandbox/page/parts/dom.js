// Makes elements out of plain values; what people typed only ever becomes a text node.

const PROPERTIES = new Set(["value", "checked", "disabled", "hidden", "indeterminate", "selected", "open"]);

/**
 * An element with attributes and children.
 * `on` holds listeners, `data` the dataset; null, undefined and false leave an attribute out (aria-* says "false").
 * @param {string} tag
 * @param {Record<string, unknown>|null} [attributes]
 * @param {...(Node|string|null|undefined|false|Array)} children
 */
export function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) put(node, name, value);
  node.append(...flat(children));
  return node;
}

/** A span, or a div, of a class. */
export function span(name, ...children) {
  return el("span", { class: name }, ...children);
}

export function div(name, ...children) {
  return el("div", { class: name }, ...children);
}

/** The same children as `el` takes, in place of what was there. */
export function fill(node, ...children) {
  node.replaceChildren(...flat(children));
  return node;
}

/** Makes `parent` hold exactly `nodes`, moving nothing that stands right: focus and scrolling stay. */
export function settle(parent, nodes) {
  const wanted = new Set(nodes);
  for (const child of [...parent.childNodes]) if (!wanted.has(child)) child.remove();
  nodes.forEach((node, index) => {
    const there = parent.childNodes[index] ?? null;
    if (there !== node) parent.insertBefore(node, there);
  });
}

let count = 0;

/** An id no other element of the page has. */
export function newId(word) {
  count += 1;
  return `${word}-${count}`;
}

function put(node, name, value) {
  if (name === "on") for (const [event, listen] of Object.entries(value)) node.addEventListener(event, listen);
  else if (name === "data") Object.assign(node.dataset, value);
  else if (value === null || value === undefined) return;
  else if (PROPERTIES.has(name)) node[name] = value;
  else if (name.startsWith("aria-")) node.setAttribute(name, String(value));
  else if (value !== false) setPlain(node, name, value);
}

function setPlain(node, name, value) {
  if (/^(on|srcdoc|style$)/i.test(name)) throw new Error(`${name} may not be set from a value`);
  node.setAttribute(name, value === true ? "" : String(value));
}

function flat(children) {
  return children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false);
}
