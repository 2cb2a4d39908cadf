"""The texts of each kind of page at four widths: no word is broken, no short label is on three lines, nothing is cut off and no two texts meet."""

import pathlib
import unittest

import browser
import sites

WIDTHS = (320, 390, 768, 1280)
SCRIPT = (pathlib.Path(__file__).parent / "layout.js").read_text()
# Tables of more columns than a telephone has room for: what the columns of the downloads are, configurations by their numbers, and craft side by side.
WIDE = ("columns-", "numbers", "comparison", "flights")


class LayoutTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.browser = browser.Browser()
        cls.addClassCleanup(cls.browser.close)
        cls.pages = [browser.serve(sites.example()) + address for address in sites.KINDS]
        cls.pages += [browser.serve(sites.full()) + address for address in sites.KINDS_WITH_FLIGHTS]
        cls.pages += [browser.serve(sites.many()) + address for address in ("", "spacecraft/", "agencies/", "configurations/", "flights/", "configurations/41-soyuz-tm/", "agencies/63-russian-federal-space-agency-roscosmos/")]

    def look(self, address, width):
        self.browser.resize(width)
        self.browser.run("$$('main details:not(.facet)').forEach((details) => { details.open = true; })")
        return self.browser.driver.execute_script(SCRIPT)

    def test_texts_are_whole_and_do_not_meet(self):
        for address in self.pages:
            self.browser.open(address)
            for width in WIDTHS:
                with self.subTest(address, width=width):
                    self.assertEqual(self.look(address, width)["faults"], [])

    def test_tables_fit_a_telephone(self):
        for address in self.pages:
            self.browser.open(address)
            for width in WIDTHS[1:]:
                with self.subTest(address, width=width):
                    self.assertEqual([table for table in self.look(address, width)["scrolls"] if not table.startswith(WIDE)], [])


if __name__ == "__main__":
    unittest.main()
