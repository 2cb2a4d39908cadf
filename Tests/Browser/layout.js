/* What is wrong with the texts of a page at its width, one line each: a word that is broken, a short label on three lines, a text that is cut off
   or stands outside of the page, and two texts that meet. `scrolls` are the tables that scroll sideways. */
const faults = [];
const isSeen = (element) => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true })
  && !element.closest(".skip, script, style, option, details:not([open]) > :not(summary)");
const place = (element) => [element.closest("[id]")?.id, element.closest("td, th")?.className, element.localName].filter(Boolean).join(" ");
const width = document.documentElement.clientWidth;
const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
const boxes = [];
const rectangles = (range) => [...range.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
for (let node; (node = texts.nextNode());) {
  const [element, text, range] = [node.parentElement, node.data.trim(), document.createRange()];
  if (!text || !isSeen(element)) continue;
  const say = (what) => faults.push(`${what}: ${text.slice(0, 40)} (${place(element)})`);
  // Credits and long double names have no place to break, and what has no spaces between its words breaks anywhere.
  const isBreakable = element.closest("bdi, code, #credited-table, .outlines") || /[\u3040-\u30ff\u4e00-\u9fff]/.test(text);
  for (const { 0: word, index } of isBreakable ? [] : node.data.matchAll(/[^\s\u200b\u2010-\u2015\/·-]{2,}/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    if (new Set(rectangles(range).map(({ top }) => Math.round(top))).size > 1) say(`"${word}" is broken`);
  }
  range.selectNodeContents(node);
  const lines = rectangles(range);
  if (text.length <= 14 && new Set(lines.map(({ top }) => Math.round(top))).size > 2) say("a short label on three lines");
  if (!element.closest(".scroller, .answer") && lines.some(({ left, right }) => left < -1 || right > width + 1)) say("outside of the page");
  const frame = element.closest("svg") ? null : element.parentElement.closest(".figures, .frame, .chosen, .facet > summary");
  const { left, right } = frame?.getBoundingClientRect() ?? { left: -Infinity, right: Infinity };
  if (lines.some((box) => box.left < left - 1 || box.right > right + 1)) say("cut off");
  // A head may stand above the rows, a stamp is turned, and of what scrolls a part is covered.
  if (!element.closest("thead, .stamp")) boxes.push(...lines.map((box) => ({ box, element, text })));
}
boxes.sort((a, b) => a.box.top - b.box.top);
boxes.forEach(({ box, element, text }, at) => {
  for (let next = at + 1; next < boxes.length && boxes[next].box.top < box.bottom - 3; next += 1) {
    const other = boxes[next];
    const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
    const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
    if (element !== other.element && across > 2 && down > 4) faults.push(`meet: ${text.slice(0, 30)} and ${other.text.slice(0, 30)} (${place(element)})`);
  }
});
const scrolls = [...document.querySelectorAll(".scroller")].filter((scroller) => isSeen(scroller) && getComputedStyle(scroller).overflowX === "auto" && scroller.scrollWidth > scroller.clientWidth + 1)
  .map((scroller) => scroller.querySelector("table").id);
return { faults: [...new Set(faults)], scrolls };
