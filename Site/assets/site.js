/* What each page gains by a script. Everything here is an addition: each page is whole without it. */
(function () {
  "use strict";

  // What the other scripts draw with: an element with a text, and the bar of a figure.
  function make(element, text, className) {
    const made = document.createElement(element);
    made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  function bar(share) {
    const [drawing, fill] = ["svg", "rect"].map((name) => document.createElementNS("http://www.w3.org/2000/svg", name));
    for (const [name, value] of [["class", "bar"], ["viewBox", "0 0 100 3"], ["preserveAspectRatio", "none"], ["aria-hidden", "true"]]) {
      drawing.setAttribute(name, value);
    }
    for (const [name, value] of [["class", "fill"], ["width", share], ["height", 3]]) fill.setAttribute(name, value);
    drawing.append(fill);
    return drawing;
  }

  globalThis.HangarElements = { make, bar };

  const fromDisk = location.protocol === "file:";

  // A browser lets no page read a file from disk, so what searches the register is left out there.
  if (fromDisk) for (const search of document.querySelectorAll("[data-register]")) search.closest("search").remove();

  // A folder on disk has no server to turn "…/" into "…/index.html".
  if (fromDisk) {
    for (const link of document.querySelectorAll("a[href]")) {
      const [, path, rest] = /^([^?#]*)(.*)$/s.exec(link.getAttribute("href"));
      if (path.endsWith("/") && !/^[a-z]+:/i.test(path)) link.setAttribute("href", path + "index.html" + rest);
    }
  }

  const moved = document.querySelector("a[data-redirect]");
  if (moved) location.replace(moved.href);

  // A picture that does not load leaves the silhouette behind it to be seen; its words are read all the same.
  for (const picture of document.querySelectorAll(".picture img")) {
    const hide = () => picture.classList.add("missing");
    if (picture.complete && !picture.naturalWidth) hide();
    picture.addEventListener("error", hide);
  }

  // When the source was last looked at stands in a file of its own, so that no page changes when it found nothing.
  for (const note of fromDisk ? [] : document.querySelectorAll("[data-status]")) {
    fetch(note.dataset.status, { cache: "no-cache" }).then((answer) => answer.json()).then(({ checked_at }) => {
      const minutes = Math.floor((Date.now() - Date.parse(checked_at)) / 60000);
      if (!(minutes >= 0)) return;
      const [size, unit] = [[1440, "day"], [60, "hour"], [1, "minute"]].find(([size]) => minutes >= size) || [1, "minute"];
      const time = document.createElement("time");
      time.dateTime = checked_at;
      time.textContent = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: "auto" }).format(-Math.floor(minutes / size), unit);
      note.querySelector("span").replaceWith(time);
      note.hidden = false;
    }).catch(() => {});
  }

  // What scrolls sideways is a stop of the keyboard only while it does.
  const scrollers = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth && getComputedStyle(target).overflowX !== "visible") target.tabIndex = 0;
      else target.removeAttribute("tabindex");
    }
  });
  for (const scroller of document.querySelectorAll(".scroller")) scrollers.observe(scroller);
})();
