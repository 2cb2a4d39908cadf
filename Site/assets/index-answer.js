/* The answer to a query in the API's own shape, with the fields that the files of this site have. */
(function (scope) {
  "use strict";
  const read = (address) => fetch(address).then((answer) => {
    if (!answer.ok) throw new Error(answer.status);
    return answer.json();
  });
  const byID = (rows, key = "id") => rows.reduce((map, row) => map.set(row[key], [...(map.get(row[key]) || []), row]), new Map());

  // 93784 → P1DT2H3M4S
  function duration(seconds) {
    if (seconds === null || seconds === undefined) return null;
    const parts = [86400, 3600, 60, 1].map((size, unit) => Math.floor(seconds / size) % [Infinity, 24, 60, 60][unit]);
    const time = ["H", "M", "S"].map((unit, at) => parts[at + 1] ? parts[at + 1] + unit : "").join("");
    return "P" + (parts[0] || !time ? parts[0] + "D" : "") + (time ? "T" + time : "");
  }

  // A page of results has a whole address, as the API's `next` has.
  function page(search, offset, limit) {
    const given = new URLSearchParams(search);
    given.set("limit", limit);
    if (offset > 0) given.set("offset", offset);
    else given.delete("offset");
    return location.origin + location.pathname + "?" + given;
  }

  async function answer(data, query, { count, results }, search, downloads) {
    const isDetailed = query.mode === "detailed";
    const files = await Promise.all(["spacecraft", ...(isDetailed ? ["configurations", ...(data.has_flights ? ["flights"] : [])] : [])].map((name) => read(`${downloads}${name}.json`)));
    const [craft, configurations, flights] = [byID(files[0].spacecraft), byID(files[1]?.configurations || []), byID(files[2]?.flights || [], "spacecraft_id")];
    const named = (table, id) => id === null || !table[id] ? null : { id, name: table[id][0] };
    const configuration = (id) => {
      const [name, , , type, agency, families] = data.configurations[id];
      const detail = isDetailed ? configurations.get(id)?.[0] : null;
      return {
        response_mode: query.mode, id, name, type: named(data.types, type),
        agency: named(data.agencies, agency), family: families.map((family) => named(data.families, family)),
        ...(detail && {
          in_use: detail.in_use, maiden_flight: detail.maiden_flight, height: detail.height_m, diameter: detail.diameter_m,
          crew_capacity: detail.crew_capacity, payload_capacity: detail.payload_capacity_kg,
        }),
      };
    };
    const flight = (row) => ({
      id: row.id, destination: row.destination, mission_end: row.mission_end, duration: duration(row.duration_seconds), turn_around_time: duration(row.turn_around_time_seconds),
      launch: { id: row.launch_id, name: row.launch, net: row.net },
    });
    const last = query.offset + results.length;
    return {
      count,
      next: last < count && results.length ? page(search, last, query.limit) : null,
      previous: query.offset > 0 ? page(search, query.offset - query.limit, query.limit) : null,
      results: results.map((row) => ({
        response_mode: query.mode, id: row.id, url: craft.get(row.id)?.[0].url ?? null, name: row.name, serial_number: row.serial,
        is_placeholder: row.is_placeholder, in_space: row.in_space, time_in_space: duration(row.time_in_space), time_docked: duration(row.time_docked),
        flights_count: row.flights_count, mission_ends_count: row.mission_ends_count, status: named(data.statuses, row.status),
        description: craft.get(row.id)?.[0].description ?? "", spacecraft_config: configuration(row.spacecraft_config),
        fastest_turnaround: duration(craft.get(row.id)?.[0].fastest_turnaround_seconds),
        ...(isDetailed && data.has_flights && { flights: (flights.get(row.id) || []).map(flight) }),
      })),
    };
  }

  scope.HangarAnswer = { answer, duration };
})(globalThis);
