/* A search field offers what it may mean while somebody types: a combobox with a list, after the ARIA Authoring Practices. What it offers is
   loaded when the field is entered for the first time. */
(function () {
  "use strict";
  const LIMIT = 9;
  let ready;

  const script = (src) => new Promise((done, fail) => {
    document.head.append(Object.assign(document.createElement("script"), { src, onload: done, onerror: fail }));
  });

  // The kinds of what is offered, in the order of the groups: the folder of their pages, and where their names stand in the register's rows.
  function entriesOf(data) {
    const table = (kind, rows, others) => Object.entries(rows)
      .map(([id, row]) => ({ kind, id: Number(id), label: row[0], names: [row[0], ...others(row)], path: `${kind}/${row[1]}/`, note: "" }))
      .sort((a, b) => a.label.localeCompare(b.label, document.documentElement.lang, { numeric: true }));
    return [
      ...table("configurations", data.configurations, () => []),
      ...table("agencies", data.agencies, (row) => row[2] ? [row[2]] : []),
      ...table("families", data.families, () => []),
      ...data.rows.map((row) => ({
        kind: "spacecraft", id: row.id, label: row.name, names: row.serial ? [row.name, row.serial] : [row.name], path: `spacecraft/${row.slug}/`,
        note: row.configuration === row.name ? "" : row.configuration,
      })),
    ];
  }

  function load({ names, register, index }) {
    ready ||= Promise.all([globalThis.HangarNames || script(names), globalThis.HangarRegister || script(register)])
      .then(() => HangarRegister.load(index))
      .then((data) => ({ data, index: HangarNames.index(entriesOf(data)) }));
    ready.catch(() => { ready = undefined; });
    return ready;
  }

  document.querySelectorAll("form[data-suggest]").forEach((form, number) => {
    const field = form.querySelector("input[type=search]");
    const root = form.dataset.root;
    const kinds = form.dataset.kinds?.split(" ");
    const list = Object.assign(document.createElement("div"), { className: "suggestions", id: `suggestions-${number}`, hidden: true });
    const status = Object.assign(document.createElement("p"), { className: "heard" });
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", form.dataset.suggest);
    status.setAttribute("role", "status");
    field.after(list, status);
    for (const [name, value] of [["role", "combobox"], ["aria-expanded", "false"], ["aria-controls", list.id], ["aria-autocomplete", "list"]]) {
      field.setAttribute(name, value);
    }
    let chosen = -1;
    const options = () => [...list.querySelectorAll("[role=option]")];

    function choose(at) {
      const all = options();
      if (!all.length) return;
      chosen = at < -1 ? all.length - 1 : at >= all.length ? -1 : at;
      all.forEach((option, place) => option.setAttribute("aria-selected", String(place === chosen)));
      if (chosen < 0) return field.removeAttribute("aria-activedescendant");
      field.setAttribute("aria-activedescendant", all[chosen].id);
      all[chosen].scrollIntoView({ block: "nearest" });
    }

    function close() {
      list.hidden = true;
      chosen = -1;
      field.setAttribute("aria-expanded", "false");
      field.removeAttribute("aria-activedescendant");
    }

    function take(entry) {
      close();
      // A page that wants something else than to go there says so.
      if (form.dispatchEvent(new CustomEvent("hangar:choose", { detail: entry, cancelable: true, bubbles: true }))) location.href = root + entry.path;
    }

    function draw(data, found) {
      const groups = found.reduce((map, entry) => map.set(entry.kind, [...(map.get(entry.kind) || []), entry]), new Map());
      let place = 0;
      list.replaceChildren(...[...groups].map(([kind, entries]) => {
        const group = document.createElement("div");
        const head = Object.assign(document.createElement("span"), { className: "label", id: `${list.id}-${kind}`, textContent: data.say("suggestions." + kind) });
        group.setAttribute("role", "group");
        group.setAttribute("aria-labelledby", head.id);
        group.append(head, ...entries.map((entry) => {
          const option = Object.assign(document.createElement("div"), { id: `${list.id}-${place}` });
          const name = Object.assign(document.createElement("bdi"), { className: kind === "spacecraft" ? "ship" : "roman", textContent: entry.label });
          place += 1;
          option.setAttribute("role", "option");
          option.setAttribute("aria-selected", "false");
          option.append(name);
          if (entry.note) option.append(" ", Object.assign(document.createElement("span"), { className: "note", textContent: entry.note }));
          option.entry = entry;
          return option;
        }));
        return group;
      }));
      list.hidden = !found.length;
      chosen = -1;
      field.setAttribute("aria-expanded", String(found.length > 0));
      field.removeAttribute("aria-activedescendant");
      status.textContent = found.length ? data.say("suggestions.count", { count: found.length }) : "";
    }

    function offer() {
      const text = field.value;
      if (!text.trim()) {
        close();
        status.textContent = "";
        return;
      }
      load(form.dataset).then(({ data, index }) => {
        // Another letter may have been typed, or the field been left.
        if (field.value === text && document.activeElement === field) draw(data, index.find(text, kinds ? 4 * LIMIT : LIMIT).filter(({ kind }) => !kinds || kinds.includes(kind)).slice(0, LIMIT));
      }, () => {});
    }

    field.addEventListener("focus", () => load(form.dataset).catch(() => {}), { once: true });
    field.addEventListener("input", offer);
    field.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        event.preventDefault();
        if (list.hidden) return offer();
        choose(event.key === "ArrowDown" ? chosen + 1 : chosen - 1);
      } else if (event.key === "Enter" && chosen >= 0) {
        event.preventDefault();
        take(options()[chosen].entry);
      } else if (event.key === "Escape" && !list.hidden) {
        event.preventDefault();
        close();
      }
    });
    // The field keeps the focus while something is pointed at.
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => {
      const option = event.target.closest("[role=option]");
      if (option) take(option.entry);
    });
    field.addEventListener("blur", close);
  });
})();
