// What the search field finds for what is typed: other spellings, Cyrillic letters, slips of the finger.
import { createRequire } from "node:module";

createRequire(import.meta.url)("../../Site/assets/names.js");

const names = [
  "Soyuz 3", "Soyuz TM-4", "Vostok 1", "Progress M-46", "Crew Dragon Endeavour", "Shenzhou 5", "Космос 133", "Gemini VIII", "Союз‑МС", "Kosmos (SpaceX’s)", "Mercury", "Dream Chaser Tenacity",
];
const index = HangarNames.index(names.map((name) => ({ names: [name] })));

// What is typed, the names that are offered, and the spelling that the names have where it is another one.
const cases = [
  ["soyuz", ["Soyuz 3", "Soyuz TM-4", "Союз‑МС"], null],
  ["Souyz", ["Soyuz 3", "Soyuz TM-4", "Союз‑МС"], "soyuz"],
  ["Союз", ["Soyuz 3", "Soyuz TM-4", "Союз‑МС"], "soyuz"],
  ["Союз 3", ["Soyuz 3"], "soyuz 3"],
  ["soyuz tm 4", ["Soyuz TM-4"], null],
  ["ВОСТОК", ["Vostok 1"], "vostok"],
  ["Прогресс", ["Progress M-46"], "progress"],
  ["Меркурий", ["Mercury"], "mercury"],
  ["kosmos", ["Космос 133", "Kosmos (SpaceX’s)"], null],
  ["spacex's", ["Kosmos (SpaceX’s)"], null],
  ["endevour", ["Crew Dragon Endeavour"], "endeavour"],
  ["shenzou 5", ["Shenzhou 5"], "shenzhou 5"],
  ["géminì", ["Gemini VIII"], "gemini"],
  ["soyuz 5", [], null],
  ["drgaon", ["Crew Dragon Endeavour"], "dragon"],
  ["dre", ["Dream Chaser Tenacity"], null],
  ["zzz", [], null],
  ["", [], null],
];
let failures = 0;
for (const [typed, ...expected] of cases) {
  const found = [index.find(typed, 5).map((entry) => entry.names[0]), index.respelled(typed)];
  if (JSON.stringify(found) === JSON.stringify(expected)) continue;
  failures += 1;
  console.error(`${typed}\n  found    ${JSON.stringify(found)}\n  expected ${JSON.stringify(expected)}`);
}
console.log(`${cases.length - failures} of ${cases.length} spellings find what was meant`);
process.exitCode = failures ? 1 : 0;
