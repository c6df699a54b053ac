// The visible words whose colour stands out too little from what is behind them (WCAG AA), with their ratio.
() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = (colour) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    return canvas.getImageData(0, 0, 1, 1).data;
  };
  const behind = (node) => {
    for (let each = node; each; each = each.parentElement) {
      const colour = rgba(getComputedStyle(each).backgroundColor);
      if (colour[3] > 250) return colour;
    }
    return [255, 255, 255];
  };
  const channel = (part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  const light = ([red, green, blue]) => 0.2126 * channel(red / 255) + 0.7152 * channel(green / 255) + 0.0722 * channel(blue / 255);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const faint = {};
  while (walker.nextNode()) {
    const words = walker.currentNode.data.trim();
    const node = walker.currentNode.parentElement;
    if (!words || !node.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || node.closest(":disabled")) continue;
    const style = getComputedStyle(node);
    const [more, less] = [light(rgba(style.color)), light(behind(node))].sort((one, other) => other - one);
    const size = parseFloat(style.fontSize);
    const needed = size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 3 : 4.5;
    const ratio = (more + 0.05) / (less + 0.05);
    if (ratio < needed) faint[`${node.className || node.localName}: ${words.slice(0, 30)}`] = ratio.toFixed(2);
  }
  return faint;
}
