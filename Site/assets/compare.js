/* Two to four craft or configurations side by side: what `?ids=126,318` and `?kind=configurations&ids=1,2` name. The numbers of configurations
   stand in the page's table. */
(function () {
  "use strict";
  const panel = document.getElementById("compare");
  if (!panel || location.protocol === "file:") return;
  const MOST = 4;
  const { index, root, unreadable } = panel.dataset;
  const place = document.getElementById("comparison");
  const status = document.getElementById("compare-status");
  const numbers = document.getElementById("numbers");
  const field = panel.querySelector("input[type=search]");
  const columnOf = (cell) => cell.className.slice(2).split(" ")[0];

  const { make, bar } = globalThis.HangarElements;

  function asked() {
    const given = new URLSearchParams(location.search);
    const ids = (given.get("ids") || "").split(",").map((id) => id.trim()).filter(Boolean);
    return { kind: given.get("kind") === "configurations" ? "configurations" : "spacecraft", ids: [...new Set(ids)].slice(0, MOST) };
  }

  function visit({ kind, ids }) {
    const query = ids.length ? "?" + (kind === "configurations" ? "kind=configurations&" : "") + "ids=" + ids.join(",") : location.pathname;
    history.pushState(null, "", query);
    update();
  }

  // A cell: its number for the bar, where it has one, and what it shows.
  const none = (data) => ({ node: make("span", data.say("absence.not_recorded"), "none") });
  const words = (text) => ({ node: document.createTextNode(text) });

  function time(data, seconds) {
    if (!seconds) return none(data);
    return { value: seconds, node: Object.assign(make("time", data.duration(seconds)), { dateTime: `PT${seconds}S` }) };
  }

  // What cannot be is shown and marked, and is no measure for the others.
  function doubted(data, { node }) {
    const marked = document.createElement("span");
    marked.append(Object.assign(make("abbr", "†", "dagger"), { title: data.say("craft_table.doubt") }), node);
    return { node: marked };
  }

  function number(data, value) {
    return value === null ? none(data) : { value, node: document.createTextNode(data.grouped(value)) };
  }

  // The numbers of a configuration, by the heads of the page's table.
  function numbersOf(data, id, isCraft) {
    const row = numbers?.querySelector(`tr[data-id="${id}"]`);
    const heads = [...(numbers?.tHead.rows[0].cells || [])].slice(1).filter((head) => !isCraft || !/^(craft_count|flights_count)$/.test(columnOf(head)));
    return heads.map((head) => {
      const shown = row?.querySelector(".c-" + columnOf(head) + " data");
      if (!shown) return { label: head.textContent, ...none(data) };
      const isDoubtful = shown.previousElementSibling?.className === "dagger";
      const node = document.createElement("span");
      node.append(...(isDoubtful ? [shown.previousElementSibling.cloneNode(true)] : []), shown.textContent);
      return { label: head.textContent, node, ...(!isDoubtful && { value: Number(shown.value) }) };
    });
  }

  function craft(data, id) {
    const row = data.rows.find((row) => String(row.id) === id);
    if (!row) return null;
    const [configuration, slug] = data.configurations[row.spacecraft_config];
    const state = data.statuses[row.status];
    return {
      id, name: row.name, isShip: true, path: `spacecraft/${row.slug}/`, isAlive: row.in_space, drawing: row.spacecraft_config,
      cells: [
        { label: data.say("labels.configuration"), node: Object.assign(make("a", configuration), { href: `${root}configurations/${slug}/` }) },
        { label: data.say("labels.status"), ...(state ? { node: Object.assign(make("a", state[0]), { href: `${root}statuses/${state[1]}/` }) } : none(data)) },
        { label: data.say("search.in_space"), ...(row.in_space === null ? none(data) : words(data.say(row.in_space ? "values.yes" : "values.no"))) },
        { label: data.say("labels.time_in_space"), ...time(data, row.time_in_space) },
        { label: data.say("labels.time_docked"), ...(row.time_in_space !== null && row.time_docked > row.time_in_space ? doubted(data, time(data, row.time_docked)) : time(data, row.time_docked)) },
        { label: data.say("labels.flights"), ...number(data, row.flights_count) },
        { label: data.say("labels.mission_ends"), ...number(data, row.mission_ends_count) },
        ...numbersOf(data, row.spacecraft_config, true),
      ],
    };
  }

  function configuration(data, id) {
    const known = data.configurations[id];
    if (!known) return null;
    return { id, name: known[0], isShip: false, path: `configurations/${known[1]}/`, drawing: id, cells: numbersOf(data, id, false) };
  }

  function draw(data, { kind, ids }, subjects) {
    const table = make("table", "", "register compared");
    const head = table.createTHead().insertRow();
    table.createCaption().textContent = data.say("compare.caption");
    head.append(document.createElement("td"));
    for (const subject of subjects) {
      const cell = make("th", "");
      const drawing = document.querySelector(`[data-outline="${subject.drawing}"] svg`)?.cloneNode(true);
      const remove = Object.assign(make("button", "×"), { type: "button" });
      cell.scope = "col";
      cell.className = subject.isAlive ? "alive" : "";
      remove.setAttribute("aria-label", data.say("compare.remove", { name: subject.name }));
      remove.addEventListener("click", () => {
        visit({ kind, ids: ids.filter((id) => id !== subject.id) });
        field.focus();
      });
      if (drawing) cell.append(drawing);
      cell.append(Object.assign(make("a", subject.name, subject.isShip ? "ship" : "roman"), { href: root + subject.path }), remove);
      head.append(cell);
    }
    const body = table.createTBody();
    subjects[0].cells.forEach(({ label }, at) => {
      const cells = subjects.map((subject) => subject.cells[at]);
      // Nothing is to be compared where nothing is recorded.
      if (cells.every(({ node }) => node.className === "none")) return;
      const line = body.insertRow();
      // Bars of one length say nothing.
      const differs = new Set(cells.filter(({ value }) => value !== undefined).map(({ value }) => value)).size > 1;
      const most = differs ? cells.reduce((most, { value }) => Math.max(most, value || 0), 0) : 0;
      line.append(Object.assign(make("th", label), { scope: "row" }));
      for (const { node, value } of cells) {
        const cell = line.insertCell();
        cell.append(node);
        if (value !== undefined && most) cell.append(bar(100 * Math.max(0, value) / most));
      }
    });
    const scroller = make("div", "", "scroller");
    scroller.append(table);
    place.replaceChildren(scroller, ...[...new Set([...table.querySelectorAll(".dagger")].map(({ title }) => title))].map((title) => make("p", "† " + title, "note")));
  }

  function update() {
    const { kind, ids } = asked();
    if (!ids.length) {
      place.replaceChildren();
      status.textContent = "";
      if (panel.data) status.textContent = panel.data.say("compare.too_few");
      return;
    }
    HangarRegister.load(index).then((data) => {
      panel.data = data;
      const found = ids.map((id) => [id, kind === "configurations" ? configuration(data, id) : craft(data, id)]);
      const subjects = found.map(([, subject]) => subject).filter(Boolean);
      const unknown = found.filter(([, subject]) => !subject).map(([id]) => id);
      if (subjects.length) draw(data, { kind, ids: subjects.map(({ id }) => id) }, subjects);
      else place.replaceChildren();
      status.textContent = [unknown.length ? data.say("compare.unknown", { ids: unknown.join(", ") }) : "", subjects.length < 2 ? data.say("compare.too_few") : ""].filter(Boolean).join(" ");
    }, () => { status.textContent = unreadable; });
  }

  panel.hidden = false;
  // What is chosen in the field joins those that stand there, or begins anew with the other kind.
  panel.addEventListener("hangar:choose", (event) => {
    event.preventDefault();
    const { kind, id } = event.detail;
    const now = asked();
    const ids = now.kind === kind ? now.ids : [];
    field.value = "";
    if (ids.includes(String(id))) return;
    if (ids.length >= MOST) status.textContent = panel.data?.say("compare.too_many") ?? "";
    else visit({ kind, ids: [...ids, String(id)] });
  });
  panel.addEventListener("submit", (event) => event.preventDefault());
  window.addEventListener("popstate", update);
  update();
})();
