"""Each kind of page: read by axe-core and the Nu checker, at widths from 320 to 1920 pixels, in light and dark, with and without a script."""

import gzip
import importlib.util
import os
import pathlib
import re
import shutil
import subprocess
import unittest

import browser
import sites

WIDTHS = (320, 390, 480, 640, 768, 900, 1024, 1188, 1280, 1536, 1920)
# Bytes that a first visit loads, compressed: of a craft's page with its style sheet and its scripts, and of the index.
MOST_OF_A_CRAFT = 30 * 1024


def violations(window):
    """What axe-core finds on the page of a browser."""
    package = importlib.util.find_spec("axe_playwright_python")
    window.driver.execute_script((pathlib.Path(package.origin).parent / "axe.min.js").read_text())
    return window.driver.execute_async_script(
        """const done = arguments[0];
        axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }).then(({ violations }) => done(
          violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target} ${failureSummary}`))));""")


class PageTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.browser = browser.Browser()
        cls.addClassCleanup(cls.browser.close)
        cls.pages = [browser.serve(sites.example()) + address for address in sites.KINDS]
        cls.pages += [browser.serve(sites.full()) + address for address in sites.KINDS_WITH_FLIGHTS]
        cls.pages.append(browser.serve(sites.copies()) + "spacecraft/pictures/")

    def setUp(self):
        self.browser.resize(1280)
        self.browser.prefer(color_scheme="light")

    def test_the_console_says_nothing(self):
        self.browser.messages()
        for address in self.pages:
            self.browser.open(address)
            self.browser.run("document.querySelectorAll('input[type=search]').forEach((field) => field.focus())")
            self.browser.until("document.readyState === 'complete'")
            self.assertEqual(self.browser.messages(), [], address)

    def test_axe_finds_nothing(self):
        for address in self.pages:
            self.browser.open(address)
            for scheme in ("light", "dark"):
                self.browser.prefer(color_scheme=scheme)
                with self.subTest(address, scheme=scheme):
                    self.assertEqual(violations(self.browser), [])

    def test_axe_finds_nothing_in_what_scripts_make(self):
        root, full = (browser.serve(folder) for folder in (sites.example(), sites.full()))
        self.browser.resize(390, 844)
        for address, action, condition in [
            (root + "agencies/", "$('#seek').focus()", "true"),
            (root + "spacecraft/?search=soyuz&status=4", "$('[data-facet=status] summary').click()", "$$('[data-facet=status] .num').some((number) => number.textContent)"),
            (root + "spacecraft/?search=Souyz", "1", "$('#count').textContent"),
            (root + "spacecraft/?format=json", "1", "$('.answer')"),
            (full + "compare/?kind=configurations&ids=1,41,42,15", "1", "$('#comparison table')"),
            (full + "ar/compare/?ids=1,2", "1", "$('#comparison table')"),
        ]:
            self.browser.open(address)
            self.browser.run(action)
            self.browser.until(condition)
            if "agencies" in address:
                self.browser.type("#seek", "soyuz")
                self.browser.until("$('#seek').getAttribute('aria-expanded') === 'true'")
            with self.subTest(address):
                self.assertEqual(violations(self.browser), [])

    def test_no_page_scrolls_sideways(self):
        for address in self.pages:
            self.browser.open(address)
            for width in WIDTHS:
                self.browser.resize(width)
                wide = self.browser.run("[document.documentElement.scrollWidth, innerWidth]")
                self.assertLessEqual(wide[0], wide[1], f"{address} at {width} px")

    def test_nothing_shifts_while_a_page_loads(self):
        for width in (390, 1280):
            self.browser.resize(width)
            for address in self.pages:
                self.browser.open(address)
                shift = self.browser.driver.execute_async_script(
                    """const done = arguments[0];
                    new PerformanceObserver((list) => done(list.getEntries().reduce((sum, { value }) => sum + value, 0))).observe({ type: "layout-shift", buffered: true });
                    setTimeout(done, 150, 0);""")
                self.assertLess(shift, 0.01, f"{address} at {width} px")

    def test_only_pictures_come_from_elsewhere(self):
        for address in self.pages:
            self.browser.open(address)
            others = self.browser.run(
                "performance.getEntriesByType('resource').filter(({ name, initiatorType }) => !name.startsWith(location.origin) && initiatorType !== 'img').map(({ name }) => name)")
            self.assertEqual(others, [], address)

    def test_the_content_is_there_without_a_script(self):
        self.browser.scripting(False)
        self.addCleanup(self.browser.scripting, True)
        for address in self.pages:
            self.browser.open(address)
            hidden = [element.get_attribute("outerHTML")[:80] for element in self.browser.driver.find_elements("css selector", "main :is(h1, h2, table):not(details *)") if not element.is_displayed()]
            self.assertEqual(hidden, [], address)

    def test_a_folder_on_disk_has_no_search_and_is_whole(self):
        for address in ("", "spacecraft/", "spacecraft/126-soyuz-tm-4/", "compare/"):
            self.browser.open((sites.example() / address / "index.html").as_uri())
            self.assertEqual(self.browser.run("$$('search').filter((search) => search.offsetHeight).length"), 0, address)
            self.assertEqual(self.browser.messages(), [], address)
        self.browser.click("#numbers .c-flights_count button")
        self.assertEqual(self.browser.run("$('#numbers tbody a').textContent"), "SpaceShipTwo")
        self.browser.click("#numbers tbody a")
        self.browser.arrives((sites.example() / "configurations/27-spaceshiptwo/index.html").as_uri())

    def test_a_craft_is_light(self):
        output = sites.example()
        page = (output / "spacecraft/126-soyuz-tm-4/index.html").read_text()
        files = [output / "spacecraft/126-soyuz-tm-4" / path for path in re.findall(r'(?:src|href)="(\.\./[^"]*\.(?:js|css))"', page)]
        size = len(gzip.compress(page.encode(), 6)) + sum(len(gzip.compress(file.read_bytes(), 6)) for file in files)
        self.assertLess(size, MOST_OF_A_CRAFT)

    def test_the_nu_checker_finds_nothing(self):
        checker = os.environ.get("VNU_JAR")
        if not checker or not shutil.which("java"):
            self.skipTest("the Nu checker needs Java")
        found = subprocess.run(
            ["java", "-jar", checker, "--errors-only", "--skip-non-html", sites.example(), sites.full(), sites.in_languages(",".join(sites.LANGUAGES)), sites.copies()], capture_output=True, text=True)
        self.assertEqual((found.returncode, found.stderr[:4000]), (0, ""))


if __name__ == "__main__":
    unittest.main()
