/* Everything here is an addition: each page is whole without it. */
(function () {
  "use strict";
  const fromDisk = location.protocol === "file:";

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

  // The name of a column, from the class of its head.
  const columnOf = (head) => head.className.slice(2).split(" ")[0];

  // A table that is whole on its page is ordered by any of its columns at once; a list's own pages have the same orders without a script.
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });

  function seconds(duration) {
    const parts = /^(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(duration);
    return parts && (parts[1] ? -1 : 1) * [86400, 3600, 60, 1].reduce((sum, size, at) => sum + size * (parts[at + 2] || 0), 0);
  }

  // What a cell is ordered by. Null is not recorded.
  function weight(cell) {
    const time = cell.querySelector("time");
    if (time) return seconds(time.dateTime) ?? Date.parse(time.dateTime);
    if (cell.querySelector(".none, .unknown")) return null;
    const text = (cell.querySelector("a") || cell).textContent.trim();
    if (!text) return null;
    return cell.classList.contains("n") ? Number(text.replace(/\D/g, "")) : text;
  }

  function sort(table, head, isDown) {
    const at = head.cellIndex;
    const rows = [...table.tBodies[0].rows].map((row) => ({ row, value: weight(row.cells[at]) }));
    const compare = (a, b) => typeof a === "number" ? a - b : collator.compare(a, b);
    rows.sort(({ value: a }, { value: b }) => a === null || b === null ? (a === null) - (b === null) : (isDown ? -1 : 1) * compare(a, b));
    for (const other of head.parentNode.cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", isDown ? "descending" : "ascending");
    table.className = table.className.replace(/by-\w+/, "by-" + columnOf(head));
    table.caption.dataset.text ??= table.caption.textContent;
    table.caption.textContent = table.caption.dataset.text + " · " + table.dataset.sorted + " " + head.textContent.trim();
    for (const link of table.closest(".scroller").parentNode.querySelectorAll(":scope > .orders a")) link.setAttribute("aria-current", "false");
    // The bar goes to the column of figures that gives the order. A gauge keeps its own.
    if (!table.querySelector(".gauge") && head.classList.contains("n") && columnOf(head) !== "id") {
      const most = rows.reduce((most, { value }) => Math.max(most, value || 0), 0);
      for (const old of table.querySelectorAll("td > .bar")) old.remove();
      for (const { row, value } of most ? rows : []) row.cells[at].append(bar(100 * Math.max(0, value || 0) / most));
    }
    table.tBodies[0].append(...rows.map(({ row }) => row));
  }

  for (const table of document.querySelectorAll("table[data-sorted]")) {
    const isPart = table.closest(".scroller").parentNode.querySelector(":scope > .pager");
    if (table.closest("#results") || (isPart && !table.dataset.all)) continue;
    // Text and dates go up by nature, figures down.
    const isNaturallyDown = (head) => head.classList.contains("n") && columnOf(head) !== "id";
    const choose = (head) => {
      const isDown = head.hasAttribute("aria-sort") ? head.getAttribute("aria-sort") === "ascending" : isNaturallyDown(head);
      sort(table, head, isDown);
      const query = new URLSearchParams(location.search);
      query.set(table.id, (isDown ? "-" : "") + columnOf(head));
      history.replaceState(null, "", "?" + query + location.hash);
    };
    for (const head of table.tHead.rows[0].cells) {
      const link = head.querySelector("a");
      // A part of a list is ordered where the whole of it is: in the index.
      if (isPart) {
        const order = (isNaturallyDown(head) ? "-" : "") + columnOf(head);
        if (!/^-?(id|name|time_in_space|time_docked|flights_count|mission_ends_count)$/.test(order)) continue;
        head.replaceChildren(Object.assign(make("a", head.textContent, ""), { href: table.dataset.all + "&ordering=" + order }));
      } else if (link) {
        link.addEventListener("click", (event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return;
          event.preventDefault();
          choose(head);
        });
      } else {
        const button = make("button", head.textContent, "");
        button.type = "button";
        button.addEventListener("click", () => choose(head));
        head.replaceChildren(button);
      }
    }
    const asked = new URLSearchParams(location.search).get(table.id);
    const head = asked && !isPart && [...table.tHead.rows[0].cells].find((head) => columnOf(head) === asked.replace("-", ""));
    if (head) sort(table, head, asked[0] === "-");
  }

  // What scrolls sideways is a stop of the keyboard only while it does.
  const scrollers = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth && getComputedStyle(target).overflowX !== "visible") target.tabIndex = 0;
      else target.removeAttribute("tabindex");
    }
  });
  for (const scroller of document.querySelectorAll(".scroller")) scrollers.observe(scroller);

  const panel = document.getElementById("find");
  const table = document.querySelector("#results table");
  // A browser lets no page read a file from disk, so the search is left out there.
  if (fromDisk) panel?.remove();
  if (!panel || !table || fromDisk) return;

  const { root, index: indexAddress, pageSize } = panel.dataset;
  const form = panel.querySelector("form");
  const results = document.getElementById("results");
  const count = document.getElementById("count");
  const model = table.tBodies[0].rows[0];
  const original = [...results.childNodes];
  const order = form.elements.ordering;
  // Names and numbers go up by nature, figures down.
  const natural = (key) => ["name", "id"].includes(key) ? key : "-" + key;
  const sortedHead = table.tHead.querySelector("[aria-sort]");
  const pageOrder = sortedHead ? (sortedHead.getAttribute("aria-sort") === "descending" ? "-" : "") + columnOf(sortedHead) : "id";
  const plural = new Intl.PluralRules(document.documentElement.lang);
  let index, words;

  function load() {
    index ||= fetch(indexAddress).then((answer) => {
      if (!answer.ok) throw new Error(answer.status);
      return answer.json();
    }).then((data) => {
      offer(data.configurations);
      words = data.words;
      return { ...data, rows: data.spacecraft.map((row) => expand(data, row)) };
    });
    index.catch(() => { index = undefined; });
    return index;
  }

  // The list can be long, and nobody needs it who does not search.
  function offer(configurations) {
    const choice = form.elements.spacecraft_config;
    const names = Object.entries(configurations).map(([id, [name]]) => new Option(name, id));
    choice.append(...names.sort((a, b) => a.text.localeCompare(b.text, document.documentElement.lang, { numeric: true })));
    choice.value = new URLSearchParams(location.search).get("spacecraft_config") || "";
  }

  function expand(data, row) {
    const [id, name, serial, slug, spacecraft_config, status, bits, time_in_space, time_docked, flights_count, mission_ends_count] = row;
    return {
      id, name, serial, slug, spacecraft_config, status, time_in_space, time_docked, flights_count, mission_ends_count,
      configuration: data.configurations[spacecraft_config][0],
      // Null is not recorded: neither answer of the filter finds it.
      in_space: bits & 16 ? null : (bits & 1) > 0, is_placeholder: bits & 32 ? null : (bits & 2) > 0,
      mark: bits & 4 ? "new" : bits & 8 ? "changed" : "",
    };
  }

  // The two largest neighbouring units, as the pages print them.
  function duration(seconds, zero) {
    if (!seconds) return zero;
    const parts = [86400, 3600, 60, 1].map((size, unit) => Math.floor(seconds / size) % [Infinity, 24, 60, 60][unit]);
    const first = parts.findIndex((part) => part > 0);
    return words.units.map((forms, at) => fill(forms[plural.select(parts[at])] ?? forms.other, { n: parts[at] }))
      .filter((_, at) => at === first || (at === first + 1 && parts[at])).join(words.joint);
  }

  // Groups of three, as the pages print them.
  function grouped(number) {
    const [separator, least] = words.digits;
    const digits = String(number);
    return digits.length < 3 + least ? digits : digits.replace(/\B(?=(\d{3})+$)/g, separator);
  }

  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => grouped(values[name]));

  // The words of the site's language, with numbers in them.
  function say(key, values = {}) {
    const forms = words[key];
    return fill(typeof forms === "string" ? forms : forms[values.count] ?? forms[plural.select(values.count)] ?? forms.other, values);
  }

  const absent = () => make("span", say("absence.not_recorded"), "none");

  function draw(data, row, sorted, longest) {
    const line = model.cloneNode(true);
    const [configurationName, configurationSlug, kind] = data.configurations[row.spacecraft_config];
    const [statusName, statusSlug] = data.statuses[row.status] || [];
    const cell = (key) => line.querySelector(".c-" + key);
    const link = (key, text, path) => {
      const anchor = cell(key).querySelector("a");
      anchor.textContent = text;
      anchor.setAttribute("href", root + path);
    };
    const figure = (key, text, value, isTime) => {
      const word = isTime && value ? make("time", text) : text === say("absence.not_recorded") ? absent() : isTime ? make("span", text, "unknown") : text;
      if (isTime && value) word.dateTime = "PT" + value + "S";
      cell(key).replaceChildren(word, ...(key === sorted && longest ? [bar(100 * (value || 0) / longest)] : []));
    };
    line.className = row.in_space ? "alive" : "";
    cell("id").textContent = row.id;
    cell("serial_number").replaceChildren(row.serial || absent());
    link("name", row.name, "spacecraft/" + row.slug + "/");
    link("configuration", configurationName, "configurations/" + configurationSlug + "/");
    cell("status").replaceChildren(statusSlug ? make("a", statusName) : absent());
    if (statusSlug) link("status", statusName, "statuses/" + statusSlug + "/");
    cell("name").querySelector("use").setAttribute("href", "#s-" + kind);
    cell("name").querySelectorAll(".tag").forEach((tag) => tag.remove());
    if (row.in_space) cell("name").append(" ", make("span", say("craft_table.in_space"), "tag live"));
    if (row.mark) cell("name").append(" ", make("span", say("marks." + row.mark), "tag live"));
    if (row.is_placeholder) cell("name").append(" ", make("span", say("craft_table.placeholder"), "tag"));
    figure("time_in_space", duration(row.time_in_space, row.flights_count === 0 && !row.in_space ? say("absence.not_flown") : say("absence.not_recorded")), row.time_in_space, true);
    figure("time_docked", duration(row.time_docked, say(row.time_docked === null ? "absence.not_recorded" : "absence.no_time_docked")), row.time_docked, true);
    if (row.time_in_space !== null && row.time_docked > row.time_in_space) {
      cell("time_docked").prepend(Object.assign(make("abbr", "†", "dagger"), { title: say("craft_table.doubt") }));
    }
    figure("flights_count", row.flights_count === null ? say("absence.not_recorded") : grouped(row.flights_count), row.flights_count);
    figure("mission_ends_count", row.mission_ends_count === null ? say("absence.not_recorded") : grouped(row.mission_ends_count), row.mission_ends_count);
    return line;
  }

  function show(data, search) {
    const query = HangarQuery.parse(search, data, Number(pageSize));
    const { count: total, results: rows } = HangarQuery.run(data.rows, query);
    const copy = table.closest(".scroller").cloneNode(true);
    const list = copy.querySelector("table");
    const sorted = (query.ordering[0] || "id").replace(/^-/, "");
    const longest = data.rows.reduce((most, row) => Math.max(most, row[sorted] || 0), 0);
    list.className = "register fleet by-" + sorted;
    list.caption.textContent = say("search.caption");
    for (const head of list.tHead.rows[0].cells) {
      const key = columnOf(head);
      const isSorted = key === sorted;
      const isDown = isSorted && /^-/.test(query.ordering[0]);
      head.removeAttribute("aria-sort");
      if (isSorted) head.setAttribute("aria-sort", isDown ? "descending" : "ascending");
      const [first, second] = [natural(key), natural(key)[0] === "-" ? key : "-" + key];
      const isNatural = isSorted && first === (isDown ? "-" : "") + key;
      if (head.firstElementChild) head.firstElementChild.href = address(search, { ordering: isNatural ? second : first, offset: 0 });
    }
    list.tBodies[0].replaceChildren(...rows.map((row) => draw(data, row, sorted, longest)));
    const last = query.offset + rows.length;
    const unknown = query.errors.map((name) => say(name === "status" ? "search.unknown_status" : "search.unknown_configuration"));
    count.textContent = unknown.length ? unknown.join(" ") : total === 0 ? say("search.nothing", { count: data.rows.length })
      : rows.length === 0 ? say("search.beyond", { count: total, first: query.offset + 1 })
      : rows.length < total ? say("search.found_part", { count: total, first: query.offset + 1, last }) : say("search.found", { count: total });
    const note = list.querySelector(".dagger") ? [make("p", "† " + say("craft_table.doubt_note"), "note dagger-note")] : [];
    results.replaceChildren(...(rows.length ? [copy, ...note] : []), ...pages(search, query, total));
  }

  function address(search, changes) {
    const given = new URLSearchParams(search);
    for (const [key, value] of Object.entries(changes)) given.set(key, value);
    return "?" + given;
  }

  function pages(search, { offset, limit }, total) {
    return [[say("pager.previous"), offset - limit], [say("pager.next"), offset + limit]]
      .filter(([, start]) => start > -limit && start < total)
      .map(([label, start]) => Object.assign(make("a", label, "step"), { href: address(search, { offset: Math.max(0, start) }) }));
  }

  function update(search) {
    if (!search) {
      count.textContent = "";
      return results.replaceChildren(...original);
    }
    load().then((data) => show(data, search), () => { count.textContent = panel.dataset.unreadable; });
  }

  function typed() {
    const asked = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ""));
    const isPageItself = [...asked].length === 1 && asked.get("ordering") === pageOrder;
    const search = isPageItself ? "" : "?" + asked;
    history.replaceState(null, "", search || location.pathname);
    update(search);
  }

  // What the page shows without a search, and shows again when the form is cleared.
  for (const option of order?.options ?? []) option.defaultSelected = option.value === pageOrder;
  // A query that names no order has the API's, by number.
  if (order) order.value = location.search ? "id" : pageOrder;
  for (const [key, value] of new URLSearchParams(location.search)) {
    if (form.elements[key]) form.elements[key].value = value;
  }
  panel.hidden = false;
  form.addEventListener("focusin", load, { once: true });
  form.addEventListener("input", typed);
  form.addEventListener("submit", (event) => { event.preventDefault(); typed(); });
  form.addEventListener("reset", () => setTimeout(typed));
  update(location.search);
})();
