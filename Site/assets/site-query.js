/* The API's own query, as Sources/Catalogue/Query means it; Tests/Fixtures/queries.json holds both to it. The rows are those of register.js;
   times in seconds. The parameters of ADDITIONS and the order `name` are this site's own: the API ignores them, and its own mean here what they
   mean there. */
(function (scope) {
  "use strict";

  const KEYS = ["flights_count", "id", "mission_ends_count", "time_docked", "time_in_space"];
  const MAX_LIMIT = 100;
  const TRUTHS = { true: true, 1: true, false: false, 0: false };
  // Each has several values, by commas or by repetition, of which a craft has one. They are written as the API writes such parameters of other lists.
  const ADDITIONS = ["status__ids", "spacecraft_config__ids", "type__ids", "agency__ids", "family__ids", "decade"];

  // Django REST framework's search_smart_split: words end at white space and commas, a quoted one keeps both.
  function words(text) {
    const found = text.match(/[^\s'"]*(?:(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')[^\s'"]*)+|\S+/gu) || [];
    return found.flatMap((word) => {
      const term = word.replace(/^,+|,+$/g, "");
      const quote = term[0];
      if (!/["']/.test(quote) || !term.endsWith(quote)) return term.split(",").filter(Boolean);
      return [term.slice(1, -1).replace(/\\(.?)/gsu, (pair, letter) => ["", "\\", quote].includes(letter) ? letter : pair)];
    }).map((word) => word.toLowerCase());
  }

  // `known` holds the statuses and configurations by id; of a repeated parameter the last counts.
  function parse(search, known, pageSize) {
    const given = new URLSearchParams(search);
    const raw = (name) => given.getAll(name).pop() || "";
    const text = (name) => raw(name).trim();
    const errors = [];
    const id = (name, table) => {
      if (!text(name)) return null;
      const value = /^[+-]?\d+$/.test(text(name)) ? String(Number(text(name))) : "";
      if (!Object.hasOwn(table, value)) errors.push(name);
      return Number(value);
    };
    const positive = (name) => /^\+?\d+$/.test(text(name)) ? Number(text(name)) : 0;
    const truth = (name) => TRUTHS[text(name).toLowerCase()] ?? null;
    const several = (name) => {
      const values = given.getAll(name).join(",").split(",").map((value) => value.trim()).filter(Boolean);
      return values.length ? new Set(values.map(Number)) : null;
    };
    return {
      words: words(raw("search")),
      name: text("name") || null,
      spacecraft_config: id("spacecraft_config", known.configurations),
      status: id("status", known.statuses),
      in_space: truth("in_space"),
      is_placeholder: truth("is_placeholder"),
      free_picture: truth("free_picture"),
      ...Object.fromEntries(ADDITIONS.map((name) => [name, several(name)])),
      // `name` is this site's addition: the order in which the index is stored.
      ordering: text("ordering").split(",").map((key) => key.trim())
        .filter((key) => [...KEYS, "name"].includes(key.replace(/^-/, ""))),
      limit: Math.min(positive("limit"), MAX_LIMIT) || pageSize || 10,
      offset: positive("offset"),
      mode: text("mode") === "detailed" ? "detailed" : "normal",
      format: text("format") === "json" ? "json" : "",
      errors,
    };
  }

  // What a craft must satisfy: the facet that a condition belongs to, or nothing, and the condition.
  function conditions(query) {
    const { words } = query;
    const found = words.length ? [["", ({ searched: [name, configuration] }) => words.every((word) => name.includes(word) || configuration.includes(word))]] : [];
    for (const key of ["name", "status", "spacecraft_config", "in_space", "is_placeholder", "free_picture"]) {
      if (query[key] !== null) found.push([key, (row) => row[key] === query[key]]);
    }
    for (const key of ADDITIONS) {
      if (query[key]) found.push([key.replace("__ids", ""), (row) => row[key].some((value) => query[key].has(value))]);
    }
    return found;
  }

  // Each order is worked out once for the same rows.
  const orders = new WeakMap();

  // Ties end in the order of ids in both directions, and null comes last in both: no row repeats or vanishes between pages.
  function order(rows, ordering) {
    const known = orders.get(rows) || new Map();
    orders.set(rows, known);
    const name = ordering.join();
    if (known.has(name)) return known.get(name);
    const keys = ordering.map((key) => ({ field: key.replace(/^-/, "").replace("name", "place"), sign: key.startsWith("-") ? -1 : 1 }));
    const ordered = rows.slice().sort((a, b) => {
      for (const { field, sign } of keys) {
        const [first, second] = [a[field], b[field]];
        if (first === second) continue;
        if (first === null || second === null) return first === null ? 1 : -1;
        return first < second ? -sign : sign;
      }
      return a.id - b.id;
    });
    known.set(name, ordered);
    return ordered;
  }

  // Where the API answers 400 nothing is found.
  function run(rows, query) {
    if (query.errors.length) return { count: 0, results: [] };
    const tests = conditions(query);
    const found = order(rows, query.ordering).filter((row) => tests.every(([, holds]) => holds(row)));
    return { count: found.length, results: found.slice(query.offset, query.offset + query.limit) };
  }

  // Of each facet how many craft have each value, among those that satisfy the conditions of everything else.
  function counts(rows, query, facets) {
    const tests = query.errors.length ? [["", () => false]] : conditions(query);
    const numbers = Object.fromEntries(facets.map((facet) => [facet, new Map()]));
    const keys = facets.map((facet) => [numbers[facet], facet, ADDITIONS.includes(facet) ? facet : ADDITIONS.includes(facet + "__ids") ? facet + "__ids" : ""]);
    for (const row of rows) {
      let failed = null;
      const isOut = tests.some(([facet, holds]) => {
        if (holds(row)) return false;
        if (!facet || (failed !== null && failed !== facet)) return true;
        failed = facet;
        return false;
      });
      if (isOut) continue;
      for (const [number, facet, list] of keys) {
        if (failed !== null && failed !== facet) continue;
        if (list) for (const value of row[list]) number.set(value, (number.get(value) || 0) + 1);
        else number.set(row[facet], (number.get(row[facet]) || 0) + 1);
      }
    }
    return numbers;
  }

  scope.HangarQuery = { parse, order, run, counts };
})(globalThis);
