/* Tables are ordered by any of their columns. */
(function () {
  "use strict";

  const { make, bar } = globalThis.HangarElements;

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
    const data = cell.querySelector("data");
    if (data) return Number(data.value);
    if (cell.querySelector(".none, .unknown")) return null;
    const text = (cell.querySelector("a") || cell).textContent.trim();
    if (!text) return null;
    return cell.classList.contains("n") ? Number(text.replace(/\D/g, "")) : text;
  }

  function sort(table, head, isDown) {
    const at = head.cellIndex;
    const rows = [...table.tBodies[0].rows].map((row) => ({ row, value: weight(row.cells[at]), isDoubtful: !!row.cells[at].querySelector(".dagger + data") }));
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
      // What is too large to be right is no measure for the others.
      const most = rows.reduce((most, { value, isDoubtful }) => isDoubtful ? most : Math.max(most, value || 0), 0);
      for (const old of table.querySelectorAll("td > .bar")) old.remove();
      for (const { row, value } of most ? rows : []) row.cells[at].append(bar(100 * Math.min(1, Math.max(0, value || 0) / most)));
    }
    table.tBodies[0].append(...rows.map(({ row }) => row));
  }

  for (const table of document.querySelectorAll("table[data-sorted]")) {
    const isPart = table.closest(".scroller").parentNode.querySelector(":scope > .pager");
    if (table.closest("#results") || (isPart && (!table.dataset.all || location.protocol === "file:"))) continue;
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
})();
