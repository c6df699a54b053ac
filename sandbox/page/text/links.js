// Which addresses may become links: the web and mail, nothing that runs.

const ALLOWED = new Set(["http:", "https:", "mailto:"]);

/** The address when it may be a link, else null. */
export function safeLink(address) {
  const text = String(address ?? "").trim();
  if (!/^[a-z][a-z0-9+.-]*:/i.test(text)) return null;
  try {
    const url = new URL(text);
    return ALLOWED.has(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

/** The address of a picture: the web's, or one of this workspace's own files. */
export function safePicture(address) {
  const link = safeLink(address);
  if (link?.startsWith("http")) return link;
  return /^\/(?!\/)/.test(String(address ?? "")) ? address : null;
}
