// Runs Tests/Fixtures/queries.json against the script of the index and the search index of the sample register.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const read = (path) => readFileSync(new URL(path, import.meta.url), "utf8");
const require = createRequire(import.meta.url);
globalThis.document = { documentElement: { lang: "en" } };
require("../../Site/assets/register.js");
require("../../Site/assets/site-query.js");

const data = HangarRegister.expand(JSON.parse(process.argv[2] ? readFileSync(process.argv[2], "utf8") : read("../Fixtures/Sites/register/expected/data/search.json")));

// Beyond the table: what the page adds to the API. The parameters of the API mean what they mean there beside them.
const additions = [
  { query: "ordering=name&limit=3", count: 9, ids: [701, 551, 700] },
  { query: "ordering=-name&limit=1", count: 9, ids: [702] },
  { query: "status__ids=1,5", ids: [551, 700, 702, 703] },
  { query: "status__ids=1&status__ids=5", ids: [551, 700, 702, 703] },
  { query: "status__ids=1,5&status=1", ids: [551, 702, 703] },
  { query: "status__ids=99", ids: [] },
  { query: "status__ids=", count: 9, ids: [107, 126, 130, 318, 551, 700, 701, 702, 703] },
  { query: "spacecraft_config__ids=2,1&search=lark", ids: [107, 126, 130] },
];
const cases = [...JSON.parse(read("../Fixtures/queries.json")).cases, ...additions];

// How many craft have each value of a facet, among those that answer everything else.
const facets = [
  { query: "", facet: "status", counts: { 1: 3, 4: 5, 5: 1 } },
  { query: "status=4", facet: "status", counts: { 1: 3, 4: 5, 5: 1 } },
  { query: "in_space=true", facet: "status", counts: { 1: 1 } },
  { query: "in_space=true&status=4", facet: "in_space", counts: { false: 5 } },
  { query: "status=99", facet: "in_space", counts: {} },
];

let failures = 0;
function compare(what, found, expected) {
  const [actual, wanted] = [found, expected].map((value) => JSON.stringify(value));
  if (actual === wanted) return;
  failures += 1;
  console.error(`${what}\n  found    ${actual}\n  expected ${wanted}`);
}
for (const { query, ids = [], count = ids.length, refused = [] } of cases) {
  const parsed = HangarQuery.parse("?" + query, data);
  const answer = HangarQuery.run(data.rows, parsed);
  compare(query, [answer.results.map((row) => row.id), answer.count, parsed.errors], [ids, count, refused]);
}
for (const { query, facet, counts } of facets) {
  const found = HangarQuery.counts(data.rows, HangarQuery.parse("?" + query, data), [facet])[facet];
  const sorted = (entries) => Object.fromEntries(entries.filter(([key, number]) => number && key !== "null").sort());
  compare(`${facet} of ${query}`, sorted([...found].map(([key, number]) => [String(key), number])), sorted(Object.entries(counts)));
}
const all = cases.length + facets.length;
console.log(`${all - failures} of ${all} queries find what the table says`);
process.exitCode = failures ? 1 : 0;
