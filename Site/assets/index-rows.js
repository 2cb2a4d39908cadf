/* The rows of the index as the script draws them: those of Templates/partials/craft-row.html.mustache. */
(function (scope) {
  "use strict";

  const { make, bar } = scope.HangarElements;

  const KEYS = /^c-(id|name|serial_number|configuration|status|time_in_space|time_docked|flights_count|mission_ends_count)\b/;

  // A column of the operator's own is not in the data of the script, but in the rows of this page and of the list's other pages.
  let hasOwn;
  const own = new Map();
  const pages = new Map();
  const completed = new WeakSet();
  const ownCells = (row) => [...row.cells].filter((cell) => !KEYS.test(cell.className));
  const idOf = (row) => row.querySelector(".c-id").textContent.trim();

  // An operator's column may have anything for an address. What is none stays as it is, and so does what stands in the page itself.
  function whole(address, base) {
    if (address.startsWith("#")) return address;
    try {
      return new URL(address, base).href;
    } catch {
      return address;
    }
  }

  // The addresses of `srcset`, each with its width or density: an address has no blank, and neither begins nor ends with a comma.
  const SOURCE = /([^\s,](?:\S*[^\s,])?)(\s[^,]*)?(,|$)/g;
  const wholeSet = (set, base) => set.replace(SOURCE, (_, address, size = "", end) => whole(address, base) + size + end);

  function learn(rows, base = location.href) {
    const kinds = [["href", whole], ["src", whole], ["srcset", wholeSet]];
    for (const row of rows) {
      const cells = ownCells(row);
      for (const cell of cells) {
        for (const [name, made] of kinds) {
          for (const element of cell.querySelectorAll(`[${name}]`)) {
            const value = element.getAttribute(name);
            if (value) element.setAttribute(name, made(value, base));
          }
        }
      }
      own.set(idOf(row), cells.map((cell) => [...cell.childNodes]));
    }
  }

  function complete(line) {
    if (!hasOwn) return;
    const known = own.get(idOf(line)) || [];
    if (own.has(idOf(line))) completed.add(line);
    ownCells(line).forEach((cell, at) => { cell.replaceChildren(...(known[at] ?? []).map((node) => document.importNode(node, true))); });
  }

  // The rows that come into view ask for the page of the list on which their craft stand, once.
  const arriving = new IntersectionObserver((entries) => {
    for (const { target } of entries.filter(({ isIntersecting }) => isIntersecting)) {
      arriving.unobserve(target);
      const { path } = target.dataset;
      if (!pages.has(path)) {
        pages.set(path, fetch(path).then((answer) => answer.ok ? answer.text() : "").then((text) => {
          learn(new DOMParser().parseFromString(text, "text/html").querySelectorAll("#results tbody tr"), new URL(path, location.href));
        }).catch(() => {}));
      }
      pages.get(path).then(() => complete(target));
    }
  });

  // Fills the columns of the operator's own in the rows that are drawn.
  function fill(rows, { data, root, pageSize }) {
    const lines = hasOwn ? [...rows].filter((line) => !completed.has(line)) : [];
    // What came meanwhile with the page of another row.
    for (const line of lines.filter((line) => own.has(idOf(line)))) complete(line);
    const missing = lines.filter((line) => !completed.has(line));
    if (!missing.length) return;
    // The list's own pages are in the order of names, as the data are.
    data.places ??= new Map(data.rows.map(({ id, place }) => [String(id), place]));
    for (const line of missing) {
      const page = Math.floor(data.places.get(idOf(line)) / pageSize) + 1;
      line.dataset.path = root + "spacecraft/" + (page > 1 ? `page/${page}/` : "");
      arriving.observe(line);
    }
  }

  // `model` is a row of the page, which the drawn ones are copies of; the bar is in the column of the order.
  function draw({ data, model, root, sorted, most }, row) {
    const { say } = data;
    hasOwn ??= ownCells(model).length > 0;
    if (hasOwn && !own.size) learn(model.parentNode.rows);
    const line = model.cloneNode(true);
    const cells = {};
    for (const cell of line.cells) cells[/^c-(\w+)/.exec(cell.className)?.[1]] = cell;
    const [configurationName, configurationSlug, kind] = data.configurations[row.spacecraft_config];
    const [statusName, statusSlug] = data.statuses[row.status] || [];
    const absent = () => make("span", say("absence.not_recorded"), "none");
    const link = (key, text, path) => {
      const anchor = cells[key].querySelector("a");
      anchor.textContent = text;
      anchor.setAttribute("href", root + path);
    };
    const figure = (key, text, value, isTime) => {
      const word = isTime && value ? make("time", text) : text === say("absence.not_recorded") ? absent() : isTime ? make("span", text, "unknown") : text;
      if (isTime && value) word.dateTime = "PT" + value + "S";
      cells[key].replaceChildren(word, ...(key === sorted && most ? [bar(100 * (value || 0) / most)] : []));
    };
    line.className = row.in_space ? "alive" : "";
    cells.id.textContent = row.id;
    complete(line);
    cells.serial_number.replaceChildren(row.serial || absent());
    link("name", row.name, "spacecraft/" + row.slug + "/");
    link("configuration", configurationName, "configurations/" + configurationSlug + "/");
    cells.status.replaceChildren(statusSlug ? make("a", statusName) : absent());
    if (statusSlug) link("status", statusName, "statuses/" + statusSlug + "/");
    cells.name.querySelector("use").setAttribute("href", "#s-" + kind);
    cells.name.querySelectorAll(".tag").forEach((tag) => tag.remove());
    if (row.in_space) cells.name.append(" ", make("span", say("craft_table.in_space"), "tag live"));
    if (row.mark) cells.name.append(" ", make("span", say("marks." + row.mark), "tag live"));
    if (row.is_placeholder) cells.name.append(" ", make("span", say("craft_table.placeholder"), "tag"));
    const unflown = row.flights_count === 0 && !row.in_space ? say("absence.not_flown") : say("absence.not_recorded");
    figure("time_in_space", data.duration(row.time_in_space, unflown), row.time_in_space, true);
    figure("time_docked", data.duration(row.time_docked, say(row.time_docked === null ? "absence.not_recorded" : "absence.no_time_docked")), row.time_docked, true);
    if (row.time_in_space !== null && row.time_docked > row.time_in_space) {
      cells.time_docked.prepend(Object.assign(make("abbr", "†", "dagger"), { title: say("craft_table.doubt") }));
    }
    for (const key of ["flights_count", "mission_ends_count"]) {
      figure(key, row[key] === null ? say("absence.not_recorded") : data.grouped(row[key]), row[key]);
    }
    return line;
  }

  scope.HangarRows = { draw, fill };
})(globalThis);
