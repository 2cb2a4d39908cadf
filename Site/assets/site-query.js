/* The API's own query over the search index: pure functions, no document, so that they can be tested on their own.
   A row: {id, name, configuration, spacecraft_config, status, in_space, is_placeholder, time_in_space, time_docked,
   flights_count, mission_ends_count}; times in seconds, null where the source says null. */
(function (scope) {
  "use strict";

  const KEYS = ["flights_count", "id", "mission_ends_count", "time_docked", "time_in_space"];
  const MAX_LIMIT = 100;

  // As Django reads a boolean filter: these words and no others; anything else filters nothing.
  const bool = (text) => /^true$/i.test(text || "") ? true : /^false$/i.test(text || "") ? false : null;
  const whole = (text) => /^\d+$/.test(text || "") ? Number(text) : null;

  function parse(search, pageSize) {
    const given = new URLSearchParams(search);
    const limit = whole(given.get("limit"));
    return {
      words: (given.get("search") || "").toLowerCase().split(/[\s,]+/).filter(Boolean),
      name: given.get("name") || null,
      status: whole(given.get("status")),
      spacecraft_config: whole(given.get("spacecraft_config")),
      in_space: bool(given.get("in_space")),
      is_placeholder: bool(given.get("is_placeholder")),
      // `name` is this site's addition: the order in which the index is stored.
      ordering: (given.get("ordering") || "").split(",").map((key) => key.trim())
        .filter((key) => KEYS.includes(key.replace(/^-/, "")) || /^-?name$/.test(key)),
      limit: limit ? Math.min(limit, MAX_LIMIT) : pageSize || 10,
      offset: whole(given.get("offset")) || 0,
    };
  }

  function matches(row, query) {
    const name = row.name.toLowerCase();
    const configuration = row.configuration.toLowerCase();
    return query.words.every((word) => name.includes(word) || configuration.includes(word)) &&
      (query.name === null || row.name === query.name) &&
      ["status", "spacecraft_config", "in_space", "is_placeholder"].every((key) => query[key] === null || row[key] === query[key]);
  }

  // Equal rows keep the order of their ids in both directions, and null comes last in both: no row repeats or vanishes between pages.
  function order(rows, ordering) {
    const place = new Map(rows.map((row, index) => [row, index]));
    const value = (row, key) => key === "name" ? place.get(row) : row[key];
    const keys = ordering.map((key) => ({ field: key.replace(/^-/, ""), sign: key.startsWith("-") ? -1 : 1 }));
    return rows.slice().sort((a, b) => {
      for (const { field, sign } of keys) {
        const [first, second] = [value(a, field), value(b, field)];
        if (first === second) continue;
        if (first === null || second === null) return first === null ? 1 : -1;
        return first < second ? -sign : sign;
      }
      return a.id - b.id;
    });
  }

  function run(rows, query) {
    const found = order(rows, query.ordering).filter((row) => matches(row, query));
    return { count: found.length, results: found.slice(query.offset, query.offset + query.limit) };
  }

  scope.HangarQuery = { parse, matches, order, run };
})(globalThis);
