"""Compares the rows that the script of the index draws with those of the page as it was rendered.

    pip install playwright
    apt-get install chromium
    python3 Tests/Browser/index_rows.py public

Ends with 0 if the first hundred craft by name have the same words, links, bars and drawings both ways, and with 1 if not.
"""

import functools
import http.server
import shutil
import sys
import threading

from playwright.sync_api import sync_playwright

ROWS = """[...document.querySelectorAll('#results tbody tr')].map(row => [...row.cells].map(cell => [
  cell.textContent.replace(/\\s+/g, ' ').trim(),
  ...[...cell.querySelectorAll('a')].map(link => link.href),
  ...[...cell.querySelectorAll('rect')].map(bar => Math.round(bar.getAttribute('width'))),
  ...[...cell.querySelectorAll('use')].map(drawing => drawing.getAttribute('href')),
].join(' | ')))"""


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=sys.argv[1]))
threading.Thread(target=server.serve_forever, daemon=True).start()
index = f"http://127.0.0.1:{server.server_port}/spacecraft/"

with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
    page = browser.new_page()
    page.goto(index)
    rendered = page.evaluate(ROWS)
    page.goto(index + "?ordering=name&limit=100")
    page.wait_for_function("document.getElementById('count').textContent !== ''")
    drawn = page.evaluate(ROWS)
    browser.close()

different = [(one, other) for a, b in zip(rendered, drawn) for one, other in zip(a, b) if one != other]
for one, other in different:
    print(f"rendered {one}\ndrawn    {other}\n")
print(f"{len(rendered)} rows rendered, {len(drawn)} drawn, {len(different)} cells differ")
sys.exit(0 if rendered and len(rendered) == len(drawn) and not different else 1)
