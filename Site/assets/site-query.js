/* The API's own query, as Sources/Catalogue/Query means it; Tests/Fixtures/queries.json holds both to it. A row: {id, name, configuration,
   spacecraft_config, status, in_space, is_placeholder, time_in_space, time_docked, flights_count, mission_ends_count}; times in seconds. */
(function (scope) {
  "use strict";

  const KEYS = ["flights_count", "id", "mission_ends_count", "time_docked", "time_in_space"];
  const MAX_LIMIT = 100;
  const TRUTHS = { true: true, 1: true, false: false, 0: false };

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
    return {
      words: words(raw("search")),
      name: text("name") || null,
      spacecraft_config: id("spacecraft_config", known.configurations),
      status: id("status", known.statuses),
      in_space: truth("in_space"),
      is_placeholder: truth("is_placeholder"),
      // `name` is this site's addition: the order in which the index is stored.
      ordering: text("ordering").split(",").map((key) => key.trim())
        .filter((key) => [...KEYS, "name"].includes(key.replace(/^-/, ""))),
      limit: Math.min(positive("limit"), MAX_LIMIT) || pageSize || 10,
      offset: positive("offset"),
      errors,
    };
  }

  function matches(row, query) {
    const [name, configuration] = [row.name.toLowerCase(), row.configuration.toLowerCase()];
    return query.words.every((word) => name.includes(word) || configuration.includes(word)) &&
      ["name", "status", "spacecraft_config", "in_space", "is_placeholder"].every((key) => query[key] === null || row[key] === query[key]);
  }

  // Ties end in the order of ids in both directions, and null comes last in both: no row repeats or vanishes between pages.
  function order(rows, ordering) {
    const place = new Map(rows.map((row, index) => [row, index]));
    const keys = ordering.map((key) => ({ field: key.replace(/^-/, ""), sign: key.startsWith("-") ? -1 : 1 }));
    return rows.slice().sort((a, b) => {
      for (const { field, sign } of keys) {
        const [first, second] = [a, b].map((row) => field === "name" ? place.get(row) : row[field]);
        if (first === second) continue;
        if (first === null || second === null) return first === null ? 1 : -1;
        return first < second ? -sign : sign;
      }
      return a.id - b.id;
    });
  }

  // Where the API answers 400 nothing is found.
  function run(rows, query) {
    if (query.errors.length) return { count: 0, results: [] };
    const found = order(rows, query.ordering).filter((row) => matches(row, query));
    return { count: found.length, results: found.slice(query.offset, query.offset + query.limit) };
  }

  scope.HangarQuery = { parse, matches, order, run };
})(globalThis);
