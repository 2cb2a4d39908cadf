/* The facets of the index: for each value how many craft have it, among those that answer everything else that is asked. */
(function (scope) {
  "use strict";
  const TRUTHS = ["in_space", "is_placeholder", "free_picture"];

  // The facets of the form, in its order, each filled with its values once the register is there.
  function make(form, choose) {
    const facets = [...form.querySelectorAll("details[data-facet]")].map((details) => ({
      details, key: details.dataset.facet, isTruth: TRUTHS.includes(details.dataset.facet), options: [],
      chosen: details.querySelector(".chosen"), list: details.querySelector(".options"),
    }));
    let data, query, later;

    // The values that craft of the register have, with what they are called, in the order of that.
    function values({ key, isTruth }) {
      if (isTruth) return [[true, data.say("values.yes")], [false, data.say("values.no")]];
      const all = [...HangarQuery.counts(data.rows, HangarQuery.parse("", data), [key])[key].keys()].filter((value) => value !== null);
      if (key === "decade") return all.sort((a, b) => a - b).map((value) => [value, data.say("search.decade_of", { decade: String(value) })]);
      const table = { status: data.statuses, type: data.types, agency: data.agencies, family: data.families, spacecraft_config: data.configurations }[key];
      return all.filter((value) => table[value]).map((value) => [value, table[value][0]])
        .sort((a, b) => a[1].localeCompare(b[1], document.documentElement.lang, { numeric: true }));
    }

    function fill(facet) {
      facet.options = values(facet).map(([value, name]) => {
        const label = document.createElement("label");
        const input = Object.assign(document.createElement("input"), { type: "checkbox", value: String(value) });
        const number = Object.assign(document.createElement("span"), { className: "num" });
        label.append(input, Object.assign(document.createElement("bdi"), { textContent: name }), " ", number);
        return { label, input, number, value, name };
      });
      facet.list.replaceChildren(...facet.options.map(({ label }) => label));
    }

    function count(facet) {
      const numbers = HangarQuery.counts(data.rows, query, [facet.key])[facet.key];
      for (const { label, input, number, value } of facet.options) {
        const found = numbers.get(value) || 0;
        const text = data.grouped(found);
        if (number.textContent !== text) number.textContent = text;
        label.classList.toggle("empty", !found && !input.checked);
      }
    }

    function asked({ key, isTruth }) {
      if (isTruth) return query[key] === null ? new Set() : new Set([query[key]]);
      return query[key + "__ids"] || (key === "decade" ? query.decade : null) || (query[key] === null || query[key] === undefined ? new Set() : new Set([query[key]]));
    }

    // Shows what a query asks. The numbers of a list that is closed are not to be seen, and are worked out when it opens.
    function show(newData, newQuery) {
      if (data !== newData) {
        data = newData;
        facets.forEach(fill);
      }
      query = newQuery;
      for (const facet of facets) {
        const wanted = asked(facet);
        const names = [];
        for (const option of facet.options) {
          option.input.checked = wanted.has(option.value);
          if (option.input.checked) names.push(option.name);
        }
        facet.details.classList.toggle("is-set", names.length > 0);
        facet.chosen.textContent = names.length === 1 ? names[0] : names.length ? data.grouped(names.length) : "";
      }
      // A long list takes longer than a letter.
      clearTimeout(later);
      later = setTimeout(() => facets.filter(({ details }) => details.open).forEach(count), 100);
    }

    // The parameters of what is chosen. One value is asked for as the API asks for it, where it can.
    function parameters(given) {
      for (const { key, isTruth, options } of facets) {
        const wanted = options.filter(({ input }) => input.checked).map(({ value }) => value);
        for (const name of [key, key + "__ids"]) given.delete(name);
        if (!wanted.length) continue;
        const isOfAPI = ["status", "spacecraft_config"].includes(key) && wanted.length === 1;
        given.set(isTruth || isOfAPI || key === "decade" ? key : key + "__ids", wanted.join(","));
      }
    }

    for (const facet of facets) {
      facet.details.addEventListener("toggle", () => {
        if (!facet.details.open) return;
        for (const other of facets) if (other !== facet) other.details.open = false;
        if (data) count(facet);
      });
      facet.list.addEventListener("change", (event) => {
        event.stopPropagation();
        // Of yes and no one alone is asked for.
        if (facet.isTruth && event.target.checked) for (const { input } of facet.options) input.checked = input === event.target;
        choose();
      });
      facet.list.addEventListener("input", (event) => event.stopPropagation());
      facet.details.addEventListener("keydown", (event) => {
        if (event.key !== "Escape" || !facet.details.open) return;
        facet.details.open = false;
        facet.details.querySelector("summary").focus();
      });
    }
    document.addEventListener("click", (event) => {
      for (const { details } of facets) if (!details.contains(event.target)) details.open = false;
    });
    return { show, parameters };
  }

  scope.HangarFacets = { make };
})(globalThis);
