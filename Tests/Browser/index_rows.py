"""Compares the rows that the script of the index draws with those of the page as it was rendered.

    pip install playwright
    apt-get install chromium
    python3 Tests/Browser/index_rows.py public

Ends with 0 if the first hundred craft by name have the same words, links, bars and drawings both ways, and with 1 if not.
"""

import shutil
import sys

from playwright.sync_api import sync_playwright

from serving import serve

ROWS = """[...document.querySelectorAll('#results tbody tr')].map(row => [...row.cells].map(cell => [
  cell.textContent.replace(/\\s+/g, ' ').trim(),
  ...[...cell.querySelectorAll('a')].map(link => link.href),
  ...[...cell.querySelectorAll('rect')].map(bar => Math.round(bar.getAttribute('width'))),
  ...[...cell.querySelectorAll('use')].map(drawing => drawing.getAttribute('href')),
].join(' | ')))"""

index = serve(sys.argv[1]) + "spacecraft/"

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
