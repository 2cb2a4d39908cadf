/* The index of spacecraft answers the API's own query, in the address and by its form. */
(function () {
  "use strict";
  const panel = document.getElementById("find");
  const table = document.querySelector("#results table");
  if (!panel || !table || location.protocol === "file:") return;

  const { root, index, downloads, names, pageSize, unreadable } = panel.dataset;
  const AT_ONCE = 12;
  const { make } = HangarElements;
  const form = panel.querySelector("form");
  const results = document.getElementById("results");
  const count = document.getElementById("count");
  const model = table.tBodies[0].rows[0];
  const original = [...results.childNodes];
  const order = form.elements.ordering;
  const field = form.elements.search;
  const columnOf = (head) => head.className.slice(2).split(" ")[0];
  // Names and numbers go up by nature, figures down.
  const natural = (key) => ["name", "id"].includes(key) ? key : "-" + key;
  const sortedHead = table.tHead.querySelector("[aria-sort]");
  const pageOrder = sortedHead ? (sortedHead.getAttribute("aria-sort") === "descending" ? "-" : "") + columnOf(sortedHead) : "id";
  // One copy of the table shows all answers, so that the head that was pressed keeps the focus.
  const copy = table.closest(".scroller").cloneNode(true);
  const list = copy.querySelector("table");
  const facets = HangarFacets.make(form, () => ask(true));

  const load = () => HangarRegister.load(index);

  // What may come after the answer itself.
  const whenIdle = globalThis.requestIdleCallback ? (work) => requestIdleCallback(work, { timeout: 300 }) : (work) => setTimeout(work, 30);

  function address(search, changes) {
    const given = new URLSearchParams(search);
    for (const [key, value] of Object.entries(changes)) value === "" || value === 0 ? given.delete(key) : given.set(key, value);
    return "?" + given;
  }

  // The query that is answered. While somebody types, the address follows it after the last letter: it takes as long as the answer, and some
  // browsers refuse too many.
  let current = location.search;
  let writing;

  function write() {
    if (writing === undefined) return;
    clearTimeout(writing);
    writing = undefined;
    history.replaceState(null, "", current || location.pathname);
  }

  // Goes to a query without a new page: the way back leads to the one before it.
  function visit(search, isStep) {
    if (isStep) write();
    current = search === "?" ? "" : search;
    if (isStep) history.pushState(null, "", current || location.pathname);
    else {
      clearTimeout(writing);
      writing = setTimeout(write, 200);
    }
    update(current);
  }

  function step(text, search, className = "step") {
    return Object.assign(make("a", text, className), { href: search });
  }

  function head(query, search) {
    const sorted = (query.ordering[0] || "id").replace(/^-/, "");
    list.className = "register fleet by-" + sorted;
    for (const cell of list.tHead.rows[0].cells) {
      const key = columnOf(cell);
      const isSorted = key === sorted;
      const isDown = isSorted && /^-/.test(query.ordering[0]);
      cell.removeAttribute("aria-sort");
      if (isSorted) cell.setAttribute("aria-sort", isDown ? "descending" : "ascending");
      const [first, second] = [natural(key), natural(key)[0] === "-" ? key : "-" + key];
      const isNatural = isSorted && first === (isDown ? "-" : "") + key;
      if (cell.firstElementChild) cell.firstElementChild.href = address(search, { ordering: isNatural ? second : first, offset: 0 });
    }
    return sorted;
  }

  function tell(data, query, total, shown, search) {
    const unknown = query.errors.map((name) => data.say(name === "status" ? "search.unknown_status" : "search.unknown_configuration"));
    const first = query.offset + 1;
    return unknown.length ? unknown.join(" ") : total === 0 ? data.say("search.nothing", { count: data.rows.length })
      : shown === 0 ? data.say("search.beyond", { count: total, first })
      : shown < total ? data.say("search.found_part", { count: total, first, last: query.offset + shown }) : data.say("search.found", { count: total });
  }

  let spelling;

  // What may have been meant, where nothing has the words as they are typed. The spellings are only loaded for that.
  function mean(data, search) {
    const typed = new URLSearchParams(search).get("search");
    if (!typed) return;
    // The same query may be asked again before this one is answered.
    const own = turn;
    spelling ||= globalThis.HangarNames ? Promise.resolve() : new Promise((done, fail) => {
      document.head.append(Object.assign(document.createElement("script"), { src: names, onload: done, onerror: fail }));
    });
    spelling.then(() => whenIdle(() => {
      if (search !== current || own !== turn) return;
      data.spellings ||= HangarNames.index(data.rows.map((row) => ({ names: row.searched })));
      const better = data.spellings.respelled(typed);
      if (better) results.prepend(step(data.say("search.meant", { search: better }), address(search, { search: better, offset: 0 })));
    }), () => { spelling = undefined; });
  }

  function pages(data, search, { offset, limit }, total) {
    return [["pager.previous", offset - limit], ["pager.next", offset + limit]].filter(([, start]) => start > -limit && start < total)
      .map(([label, start]) => step(data.say(label), address(search, { offset: Math.max(0, start) })));
  }

  // The file of the answer that is shown.
  let saved;

  function showAnswer(data, query, found, search) {
    HangarAnswer.answer(data, query, found, search, downloads).then((answer) => {
      if (search !== current) return;
      const text = JSON.stringify(answer, null, 2);
      if (saved) URL.revokeObjectURL(saved);
      saved = URL.createObjectURL(new Blob([text + "\n"], { type: "application/json" }));
      const file = step(data.say("search.save"), saved);
      file.download = "spacecraft.json";
      const shown = make("pre", text, "answer");
      shown.tabIndex = 0;
      shown.setAttribute("role", "region");
      shown.setAttribute("aria-label", data.say("search.json"));
      results.replaceChildren(file, step(data.say("search.as_table"), address(search, { format: "" })), make("p", data.say("search.json_note"), "note"), shown);
    }, () => { count.textContent = unreadable; });
  }

  function show(data, search) {
    const query = HangarQuery.parse(search, data, Number(pageSize));
    const found = HangarQuery.run(data.rows, query);
    const { count: total, results: rows } = found;
    facets.show(data, query);
    count.textContent = tell(data, query, total, rows.length, search);
    if (query.format === "json") return showAnswer(data, query, found, search);
    list.caption.textContent = data.say("search.caption");
    const sorted = head(query, search);
    const most = data.rows.reduce((most, row) => Math.max(most, row[sorted] || 0), 0);
    fill(data, rows, query.ordering.join(), (row) => HangarRows.draw({ data, model, root, sorted, most }, row));
    const note = rows.some((row) => row.time_in_space !== null && row.time_docked > row.time_in_space) ? [make("p", "† " + data.say("craft_table.doubt_note"), "note dagger-note")] : [];
    const after = [...note, ...pages(data, search, query, total), ...(total ? [step(data.say("search.as_json"), address(search, { format: "json" }))] : [])];
    // The table stays where it is, and with it the focus.
    if (rows.length && copy.parentNode === results) {
      while (copy.nextSibling) copy.nextSibling.remove();
      results.append(...after);
    } else {
      results.replaceChildren(...(rows.length ? [copy] : []), ...after);
    }
    if (!total) mean(data, search);
  }

  // The first rows come at once, and the others piece by piece when nothing else is to do: a table of hundred rows takes longer than a letter.
  // A row that is there already is neither drawn nor laid out again. In one order, the rows that stay follow one another as they did.
  const KEPT = 500;
  let drawn = new Map();
  let drawnBy;
  let turn = 0;

  function fill(data, rows, order, draw) {
    const body = list.tBodies[0];
    const own = ++turn;
    if (drawnBy !== order || drawn.size > KEPT) drawn = new Map();
    drawnBy = order;
    const line = (row) => drawn.get(row) ?? drawn.set(row, draw(row)).get(row);
    // What is no answer any more goes first, so that the rows that stay are where they belong.
    const wanted = new Set(rows.map((row) => drawn.get(row)));
    for (const child of [...body.children]) if (!wanted.has(child)) child.remove();
    let at = body.firstElementChild;
    let done = 0;
    const piece = () => {
      if (own !== turn) return;
      for (const row of rows.slice(done, done += AT_ONCE)) {
        const next = line(row);
        if (next === at) at = at.nextElementSibling;
        else body.insertBefore(next, at);
      }
      if (done < rows.length) return void whenIdle(piece);
      HangarRows.fill(body.rows, { data, root, pageSize: Number(pageSize) });
    };
    piece();
  }

  function restore(data) {
    turn += 1;
    count.textContent = "";
    results.replaceChildren(...original);
    if (data) facets.show(data, HangarQuery.parse("", data, Number(pageSize)));
  }

  // The order by which a query is answered, or the page's own where nothing is asked.
  const firstKey = (search) => search ? (new URLSearchParams(search).get("ordering") || "id").split(",")[0].trim() : pageOrder;

  let shown;

  function update(search) {
    // The form says what the address says.
    if (document.activeElement !== field) field.value = new URLSearchParams(search).get("search") || "";
    if (order) order.value = firstKey(search);
    if (!search) return restore(shown);
    load().then((data) => {
      shown = data;
      if (search === current) show(data, search);
    }, () => { count.textContent = unreadable; });
  }

  // The query of the form. What the form has no field for stays as it is in the address.
  function ask(isStep) {
    const given = new URLSearchParams(current);
    // Further keys of the order have no field of their own. The page itself has its own order, and a query that names none has the API's.
    const isOrdered = order?.value && order.value !== firstKey(current);
    const ordering = isOrdered ? order.value : current ? given.get("ordering") : pageOrder;
    for (const name of ["offset", "ordering"]) given.delete(name);
    if (field.value.trim()) given.set("search", field.value);
    else given.delete("search");
    if (shown) facets.parameters(given);
    const isPageItself = ![...given].length && (ordering ?? pageOrder) === pageOrder;
    if (ordering) given.set("ordering", ordering);
    visit(isPageItself ? "" : "?" + given, isStep);
  }

  function enter() {
    load().then((data) => {
      if (shown) return;
      shown = data;
      facets.show(data, HangarQuery.parse(current, data, Number(pageSize)));
    }, () => {});
  }

  panel.hidden = false;
  for (const name of ["focusin", "pointerenter"]) form.addEventListener(name, enter, { once: true });
  field.addEventListener("input", () => ask(false));
  field.addEventListener("blur", write);
  window.addEventListener("pagehide", write);
  form.addEventListener("change", (event) => { if (event.target !== field) ask(true); });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask(false);
  });
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    field.value = "";
    visit("", true);
  });
  // Links to other queries of the same page.
  results.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || link.download || !link.getAttribute("href").startsWith("?")) return;
    event.preventDefault();
    const isPage = link.closest("thead") === null;
    visit(link.getAttribute("href"), true);
    if (isPage) count.focus();
  });
  window.addEventListener("popstate", () => {
    clearTimeout(writing);
    writing = undefined;
    current = location.search;
    update(current);
  });
  if (current) enter();
  update(current);
})();
