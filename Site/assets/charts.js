/* A chart is read point by point: by the pointer, and by a slider that the arrow keys move along its points. */
(function () {
  "use strict";

  const svg = (name, attributes) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };

  // What has words of its own is a point. The tooltips of the browser would say the same a second time.
  function marks(drawing) {
    const points = [...drawing.querySelectorAll("title")].map((title) => {
      const element = title.parentNode;
      const text = title.textContent;
      title.remove();
      const box = () => element.getBoundingClientRect();
      return { text, box, mark: (isOn) => element.classList.toggle("read", isOn) };
    });
    return points;
  }

  // A place in the drawing that has no element: a line, or a ring where its height is known.
  function place(drawing, text, share, y) {
    const ring = y === undefined ? svg("line", { class: "reader", x1: share, x2: share, y1: 0, y2: drawing.getAttribute("height") - 24 })
      : svg("circle", { class: "reader", cx: share, cy: y, r: 7 });
    const box = () => {
      const { left, right, top, bottom, width } = drawing.getBoundingClientRect();
      const across = width * parseFloat(share) / 100;
      const x = getComputedStyle(drawing).transform.startsWith("matrix(-1") ? right - across : left + across;
      return { left: x, right: x, top: y === undefined ? top : top + y, bottom: y === undefined ? bottom : top + y };
    };
    return { text, box, mark: (isOn) => isOn ? drawing.append(ring) : ring.remove() };
  }

  // The table beside a chart says of each year what it has.
  function years(drawing, [first, last]) {
    const table = document.getElementById("years");
    const heads = [...table.tHead.rows[0].cells].map((cell) => cell.textContent.trim());
    return [...table.tBodies[0].rows].map((row) => {
      const cells = [...row.cells].map((cell) => cell.textContent.trim());
      const share = 100 * (Number(cells[0]) + 0.5 - first) / (last + 1 - first);
      return place(drawing, cells.map((cell, at) => at ? heads[at] + " " + cell : cell).join(" · "), share + "%");
    });
  }

  // The register has the figures of each craft of a chart that is too dense for words.
  function craft(drawing, [across, up, top, bottom], data) {
    return data.rows.filter((row) => row.time_in_space && (row.flights_count > 0 || row.in_space)).map((row) => {
      const values = { craft: row.name, time: data.duration(row.time_in_space), docked: data.duration(row.time_docked) };
      const days = (row.time_docked || 0) / 86400;
      return place(
        drawing, data.say(row.time_docked ? "charts.point_docked" : "charts.point_not_docked", values),
        100 * row.time_in_space / 86400 / across + "%", bottom - (bottom - top) * days / up);
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
      ready.then(() => HangarRegister.load(index)).then((data) => follow(figure, drawing, craft(drawing, axes, data)), () => { reading.hidden = true; });
    };
    figure.addEventListener("pointerover", load);
    reading.addEventListener("focusin", load);
    reading.hidden = false;
  }

  function nearest(points, x, y) {
    const distance = ({ left, right, top, bottom }) => Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));
    return points.reduce((best, point, at) => {
      const far = distance(point.box());
      return far < best.far ? { at, far } : best;
    }, { at: -1, far: Infinity }).at;
  }

  function follow(figure, drawing, points) {
    const reading = figure.querySelector(".reading");
    const [slider, text] = reading.children;
    // Across, and what is at the same place from the bottom up; a mark above another says the same.
    const order = points.map((point) => ({ point, box: point.box() }))
      .sort((a, b) => a.box.left - b.box.left || b.box.top - a.box.top || (a.point.text < b.point.text ? -1 : 1));
    const walk = order.map(({ point }) => point).filter((point, at, all) => !at || point.text !== all[at - 1].text);
    if (getComputedStyle(figure).direction === "rtl") walk.reverse();
    if (walk.length < 2) return;
    let current;
    const show = (at) => {
      current?.mark(false);
      current = walk[at];
      current.mark(true);
      slider.value = at;
      text.textContent = current.text;
      slider.setAttribute("aria-valuetext", current.text);
    };
    const leave = () => {
      current?.mark(false);
      current = undefined;
    };
    slider.max = walk.length - 1;
    slider.setAttribute("aria-valuetext", text.textContent);
    slider.addEventListener("input", () => show(Number(slider.value)));
    slider.addEventListener("focus", () => { if (!current) show(Number(slider.value)); });
    slider.addEventListener("blur", leave);
    const point = ({ clientX, clientY }) => {
      const at = nearest(walk, clientX, clientY);
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
      follow(figure, drawing, years(drawing, span.split(" ").map(Number)));
    } else if (axes) {
      if (location.protocol !== "file:") whenAsked(figure, drawing, axes.split(" ").map(Number));
    } else {
      follow(figure, drawing, marks(drawing));
    }
  }
})();
