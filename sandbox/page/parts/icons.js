// The page's own line icons, 20 by 20, drawn in the colour of the text around them.

const PATHS = {
  hash: "M8 3 6 17M14 3l-2 14M3.5 7.5h14M2.5 12.5h14",
  lock: "M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9",
  home: "M3 9.5 10 4l7 5.5M5 8.5V16h10V8.5M8.5 16v-4h3v4",
  plus: "M10 4v12M4 10h12",
  bolt: "M11 2 4 11.5h5L8.5 18 16 8.5h-5z",
  send: "M3 10 17 3.5 13 17l-3.5-5.5zM9.5 11.5 17 3.5",
  clip: "M15.5 9.5 9.3 15.7a3.3 3.3 0 0 1-4.7-4.7l6.6-6.6a2.2 2.2 0 0 1 3.1 3.1l-6.5 6.5a1 1 0 0 1-1.5-1.5l5.7-5.7",
  dots: "M4.5 10h.01M10 10h.01M15.5 10h.01",
  eye: "M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5zM10 12.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z",
  close: "M5 5l10 10M15 5 5 15",
  down: "M5.5 8l4.5 4.5L14.5 8",
  right: "M8 5.5 12.5 10 8 14.5",
  left: "M12 5.5 7.5 10l4.5 4.5",
  search: "M9 14A5 5 0 1 0 9 4a5 5 0 0 0 0 10zM13 13l4 4",
  clock: "M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM10 6v4.3l3 1.7",
  sun: "M10 13.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM10 1.5v2M10 16.5v2M1.5 10h2M16.5 10h2M4 4l1.4 1.4M14.6 14.6 16 16M16 4l-1.4 1.4M5.4 14.6 4 16",
  moon: "M16.5 12A7 7 0 0 1 8 3.5 7 7 0 1 0 16.5 12z",
  auto: "M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM10 2.5v15M10 6h5.5M10 10h7.2M10 14h5.5",
  menu: "M3 5.5h14M3 10h14M3 14.5h14",
  bell: "M10 3a4.5 4.5 0 0 0-4.5 4.5V11L4 14h12l-1.5-3V7.5A4.5 4.5 0 0 0 10 3zM8.5 16.5a1.6 1.6 0 0 0 3 0",
  reply: "M3 4h14v9.5H9L5.5 16.5v-3H3zM6.5 7.5h7M6.5 10.2h4.5",
  smile: "M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM7 12a3.5 3.5 0 0 0 6 0M7.5 8h.01M12.5 8h.01",
  check: "M4.5 10.5 8 14l7.5-8",
  people: "M7.5 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM2 16.5c0-3 2.2-5 5.5-5s5.5 2 5.5 5M13 4a2.7 2.7 0 0 1 0 5.2M14.5 11.7c2.2.5 3.5 2.2 3.5 4.8",
  file: "M5 2.5h6.5L15.5 6.5v11H5zM11.5 2.5v4h4",
  pencil: "M4 16l.7-3.2L13 4.5l2.5 2.5-8.3 8.3zM11.3 6.2l2.5 2.5",
  bin: "M4 5.5h12M8 5.5v-2h4v2M5.5 5.5l.7 11.5h7.6l.7-11.5M8.5 8.5v5.5M11.5 8.5v5.5",
  warning: "M10 3 18 16.5H2zM10 8v4M10 14.3h.01",
  note: "M10 17.5a7.5 7.5 0 1 0 0-15 7.5 7.5 0 0 0 0 15zM10 9v5M10 6.3h.01",
  link: "M8.5 11.5l3-3M9 6l1.8-1.8a3.3 3.3 0 0 1 4.7 4.7L13.8 10.7M11 14l-1.8 1.8a3.3 3.3 0 0 1-4.7-4.7L6.2 9.3",
};

const NS = "http://www.w3.org/2000/svg";

/** A decorative icon: the control around it carries the words. */
export function icon(name) {
  const svg = document.createElementNS(NS, "svg");
  const path = document.createElementNS(NS, "path");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}
