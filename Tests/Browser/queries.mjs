// Runs Tests/Fixtures/queries.json against the script of the index and the search index of the sample register.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const read = (path) => readFileSync(new URL(path, import.meta.url), "utf8");
createRequire(import.meta.url)("../../Site/assets/site-query.js");

const data = JSON.parse(process.argv[2] ? readFileSync(process.argv[2], "utf8") : read("../Fixtures/Sites/register/expected/data/search.json"));
const rows = data.spacecraft.map(
  ([id, name, , , spacecraft_config, status, bits, time_in_space, time_docked, flights_count, mission_ends_count]) => ({
    id, name, spacecraft_config, status, time_in_space, time_docked, flights_count, mission_ends_count,
    configuration: data.configurations[spacecraft_config][0],
    in_space: bits & 16 ? null : (bits & 1) > 0, is_placeholder: bits & 32 ? null : (bits & 2) > 0,
  }));

// Beyond the table: what the page adds to the API.
const additions = [{ query: "ordering=name&limit=3", count: 9, ids: [701, 551, 700] }, { query: "ordering=-name&limit=1", count: 9, ids: [702] }];
const cases = [...JSON.parse(read("../Fixtures/queries.json")).cases, ...additions];
let failures = 0;
for (const { query, ids = [], count = ids.length, refused = [] } of cases) {
  const parsed = HangarQuery.parse("?" + query, data);
  const answer = HangarQuery.run(rows, parsed);
  const actual = JSON.stringify([answer.results.map((row) => row.id), answer.count, parsed.errors]);
  const expected = JSON.stringify([ids, count, refused]);
  if (actual === expected) continue;
  failures += 1;
  console.error(`${query}\n  found    ${actual}\n  expected ${expected}`);
}
console.log(`${cases.length - failures} of ${cases.length} queries find what the table says`);
process.exitCode = failures ? 1 : 0;
