"""Times what a visitor waits for while typing: from a letter to what stands on the screen, in the index and in the search of each head.

    Tests/Browser/run .build/release/hangar test_search     # installs what this needs into .build
    .build/browser-venv/bin/python3 Benchmarks/Browser/letters.py FOLDER...

FOLDER is a built site. The first letter, with which the browser compiles the script, is measured like the others.
"""

import pathlib
import statistics
import sys

sys.path.append(str(pathlib.Path(__file__).resolve().parents[2] / "Tests/Browser"))

import browser  # noqa: E402

TYPE = """
const [selector, text, done] = arguments, field = document.querySelector(selector), spent = [];
(function next(length) {
  if (length > text.length) return done(spent);
  const start = performance.now();
  field.value = text.slice(0, length);
  field.dispatchEvent(new Event("input", { bubbles: true }));
  // A message after the frame comes when it is painted.
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => { spent.push(performance.now() - start); setTimeout(next, 60, length + 1); };
    port2.postMessage(0);
  });
})(1);"""
TEXTS = ("soyuz mk 3", "vostok no. 12")


def letters(window, selector):
    return [time for text in TEXTS for time in window.driver.execute_async_script(TYPE, selector, text)]


def show(what, times):
    print(f"{what}: median {statistics.median(times):.0f} ms, most {max(times):.0f} ms of {len(times)} letters")


for folder in sys.argv[1:]:
    root = browser.serve(folder)
    window = browser.Browser()
    window.open(root + "spacecraft/?search=s").until("$$('#results tbody tr').length > 0")
    show(f"{folder}, index", letters(window, "#f-search"))
    window.open(root + "agencies/").run("$('#seek').focus()")
    window.until("window.HangarNames && performance.getEntriesByType('resource').some(({ name }) => name.endsWith('search.json'))")
    window.type("#seek", "s")
    window.until("$('#seek').getAttribute('aria-expanded') === 'true'")
    show(f"{folder}, search in the head", letters(window, "#seek"))
    window.close()
