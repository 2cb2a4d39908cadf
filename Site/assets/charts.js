/* A chart is read point by point: by the pointer, and by a slider that the arrow keys move along its points. */
(function () {
  "use strict";

  const svg = (name, attributes) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };

  // What has words of its own is a point.
  const marks = (drawing) => [...drawing.querySelectorAll("title")].map((title) => ({ element: title.parentNode, text: title.textContent }));

  // A point that has no element is a place: a line at its share of the width, or a ring where its height is known. One element shows them all.
  function reader(drawing) {
    let ring;
    return (point, isOn) => {
      if (point.element) return point.element.classList.toggle("read", isOn);
      if (!isOn) return ring?.remove();
      const share = point.share + "%";
      if (point.y === undefined) {
        ring ??= svg("line", { class: "reader", y1: 0, y2: drawing.getAttribute("height") - 24 });
        ring.setAttribute("x1", share);
        ring.setAttribute("x2", share);
      } else {
        ring ??= svg("circle", { class: "reader", r: 7 });
        ring.setAttribute("cx", share);
        ring.setAttribute("cy", point.y);
      }
      drawing.append(ring);
    };
  }

  // Where points are on the screen. The drawing is measured once for all its places, of which there may be many thousands.
  function boxes(drawing) {
    const { left, right, top, bottom, width } = drawing.getBoundingClientRect();
    const isMirrored = getComputedStyle(drawing).transform.startsWith("matrix(-1");
    return ({ element, share, y }) => {
      if (element) return element.getBoundingClientRect();
      const across = width * share / 100;
      const x = isMirrored ? right - across : left + across;
      return { left: x, right: x, top: y === undefined ? top : top + y, bottom: y === undefined ? bottom : top + y };
    };
  }

  // The table beside a chart says of each year what it has.
  function years([first, last]) {
    const table = document.getElementById("years");
    // A page with the flights of one craft has none.
    if (!table?.tHead) return [];
    const heads = [...table.tHead.rows[0].cells].map((cell) => cell.textContent.trim());
    return [...table.tBodies[0].rows].map((row) => {
      const cells = [...row.cells].map((cell) => cell.textContent.trim());
      const share = 100 * (Number(cells[0]) + 0.5 - first) / (last + 1 - first);
      return { share, text: cells.map((cell, at) => at ? heads[at] + " " + cell : cell).join(" · ") };
    });
  }

  // The register has the figures of each craft of a chart that is too dense for words.
  function craft([across, up, top, bottom], data) {
    return data.rows.filter((row) => row.time_in_space && (row.flights_count > 0 || row.in_space)).map((row) => {
      const values = { craft: row.name, time: data.duration(row.time_in_space), docked: data.duration(row.time_docked) };
      const days = (row.time_docked || 0) / 86400;
      return {
        text: data.say(row.time_docked ? "charts.point_docked" : "charts.point_not_docked", values),
        share: 100 * row.time_in_space / 86400 / across, y: bottom - (bottom - top) * days / up,
      };
    });
  }

  // It is only loaded for those who read the chart.
  function whenAsked(figure, drawing, axes) {
    const { register, index } = document.querySelector("[data-register]").dataset;
    const reading = figure.querySelector(".reading");
    const load = () => {
      figure.removeEventListener("pointerover", load);
      reading.removeEventListener("focusin", load);
      const ready = globalThis.HangarRegister ? Promise.resolve() : new Promise((done, fail) => {
        document.head.append(Object.assign(document.createElement("script"), { src: register, onload: done, onerror: fail }));
      });
      ready.then(() => HangarRegister.load(index)).then((data) => follow(figure, drawing, craft(axes, data)), () => { reading.hidden = true; });
    };
    figure.addEventListener("pointerover", load);
    reading.addEventListener("focusin", load);
    reading.hidden = false;
  }

  function nearest(points, box, x, y) {
    return points.reduce((best, point, at) => {
      const { left, right, top, bottom } = box(point);
      const far = Math.max(left - x, 0, x - right) ** 2 + Math.max(top - y, 0, y - bottom) ** 2;
      return far < best.far ? { at, far } : best;
    }, { at: -1, far: Infinity }).at;
  }

  function follow(figure, drawing, points) {
    const reading = figure.querySelector(".reading");
    const [slider, text] = reading.children;
    // Across, and what is at the same place from the bottom up; a mark above another says the same.
    const box = boxes(drawing);
    const order = points.map((point) => ({ point, box: box(point) }))
      .sort((a, b) => a.box.left - b.box.left || b.box.top - a.box.top || (a.point.text < b.point.text ? -1 : 1));
    const walk = order.map(({ point }) => point).filter((point, at, all) => !at || point.text !== all[at - 1].text);
    if (getComputedStyle(figure).direction === "rtl") walk.reverse();
    if (walk.length < 2) return;
    // The tooltips of the browser would say the same a second time.
    for (const title of drawing.querySelectorAll("title")) title.remove();
    const mark = reader(drawing);
    let current;
    const show = (at) => {
      if (current) mark(current, false);
      current = walk[at];
      mark(current, true);
      slider.value = at;
      text.textContent = current.text;
      slider.setAttribute("aria-valuetext", current.text);
    };
    const leave = () => {
      if (current) mark(current, false);
      current = undefined;
    };
    slider.max = walk.length - 1;
    slider.setAttribute("aria-valuetext", text.textContent);
    slider.addEventListener("input", () => show(Number(slider.value)));
    slider.addEventListener("focus", () => { if (!current) show(Number(slider.value)); });
    slider.addEventListener("blur", leave);
    const point = ({ clientX, clientY }) => {
      const at = nearest(walk, boxes(drawing), clientX, clientY);
      if (walk[at] !== current) show(at);
    };
    drawing.addEventListener("pointermove", point);
    drawing.addEventListener("pointerdown", point);
    drawing.addEventListener("pointerleave", () => { if (document.activeElement !== slider) leave(); });
    reading.hidden = false;
    if (document.activeElement === slider) show(Number(slider.value));
  }

  for (const figure of document.querySelectorAll("figure.chart")) {
    const drawing = figure.querySelector("svg");
    if (!drawing || !figure.querySelector(".reading")) continue;
    const { axes, years: span } = figure.dataset;
    if (span) {
      follow(figure, drawing, [...marks(drawing), ...years(span.split(" ").map(Number))]);
    } else if (axes) {
      if (location.protocol !== "file:") whenAsked(figure, drawing, axes.split(" ").map(Number));
    } else {
      follow(figure, drawing, marks(drawing));
    }
  }
})();
