"""Uses the search of the index as a visitor does, and looks whether the choice of order says the truth, and what else stands there.

    pip install playwright
    apt-get install chromium
    python3 Tests/Browser/index_orders.py public

`public` is the example site. Ends with 0 if after each step the order that is chosen, the query, the first row and the note on doubtful times are
what they should be, and nothing jumps when the search is entered; with 1 if not.
"""

import shutil
import sys

from playwright.sync_api import sync_playwright

from serving import serve

root = serve(sys.argv[1])
BY_TIME = "spacecraft/by-time-in-space/"

# A step; then the chosen order, the query, the first craft, and whether the note on doubtful times is to be seen.
STEPS = [
    ("open", "spacecraft/", "name", "", "Cygnus 1", True),
    ("open", "spacecraft/by-name/descending/", "-name", "", "VSS Unity", True),
    ("open", BY_TIME, "-time_in_space", "", "Soyuz TM-23", True),
    ("choose", "-flights_count", "-flights_count", "?ordering=-flights_count", "VSS Unity", True),
    ("choose", "name", "name", "?ordering=name", "Cygnus 1", True),
    ("clear", "", "-time_in_space", "", "Soyuz TM-23", True),
    ("type", "soyuz", "-time_in_space", "?search=soyuz&ordering=-time_in_space", "Soyuz TM-23", True),
    ("head", "time_in_space", "time_in_space", "?search=soyuz&ordering=time_in_space&offset=0", "Soyuz 15", True),
    ("head", "time_in_space", "-time_in_space", "?search=soyuz&ordering=-time_in_space&offset=0", "Soyuz TM-23", True),
    ("head", "flights_count", "-flights_count", "?search=soyuz&ordering=-flights_count&offset=0", "Soyuz TM-23", True),
    ("head", "name", "name", "?search=soyuz&ordering=name&offset=0", "Soyuz 3", True),
    ("open", "spacecraft/?search=cygnus", "id", "?search=cygnus", "Cygnus 1", False),
    ("open", "spacecraft/?search=zzz", "id", "?search=zzz", None, False),
]


def take(page, kind, what):
    if kind == "open":
        page.goto(root + what)
    elif kind == "choose":
        page.select_option("#f-order", what)
    elif kind == "clear":
        page.click("#find button[type=reset]")
    elif kind == "type":
        page.fill("#f-search", what)
    elif kind == "head":
        page.click(f"#results thead .c-{what} a")
    # The index of the search comes from this machine.
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(150)


def look(page):
    rows = page.locator("#results tbody th[scope=row]")
    return (
        page.input_value("#f-order"), page.evaluate("location.search"),
        rows.first.locator("a").inner_text() if rows.count() else None, page.locator("#results .dagger-note").is_visible(),
    )


faults = []
with sync_playwright() as playwright:
    browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.on("pageerror", lambda error: faults.append(f"the script failed: {error}"))
    for kind, what, *expected in STEPS:
        take(page, kind, what)
        if look(page) != tuple(expected):
            faults.append(f"{kind} {what}: {look(page)} and not {tuple(expected)}")
    for width in (1280, 390, 320):
        page.set_viewport_size({"width": width, "height": 844})
        take(page, "open", "spacecraft/")
        places = "['#f-search', '#results'].map(name => JSON.stringify(document.querySelector(name).getBoundingClientRect()))"
        before = page.evaluate(places)
        page.focus("#f-search")
        page.locator("#f-config option").nth(1).wait_for(state="attached")
        if page.evaluate(places) != before:
            faults.append(f"at {width} px something jumps when the search is entered")
    # Where the column of docked times is left out, so is the note on it.
    if look(page)[3]:
        faults.append("at 320 px the note stands there without its sign")
    browser.close()

print("\n".join([*faults, f"{len(STEPS)} steps and 3 widths: {len(faults)} faults"]))
sys.exit(1 if faults else 0)
