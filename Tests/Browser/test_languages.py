"""The main kinds of pages in each language that comes along: read by axe-core, and looked at for texts that are cut off, broken or meet, and for bars."""

import collections
import unittest

import browser
import sites
import test_layout
from test_pages import violations


class LanguageTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.browser = browser.Browser()
        cls.addClassCleanup(cls.browser.close)
        root = browser.serve(sites.in_languages(",".join(sites.LANGUAGES)))
        cls.pages = [(language, root + ("" if language == "en" else f"{language}/") + address) for language in sites.LANGUAGES for address in sites.KINDS_IN_EACH_LANGUAGE]

    def test_each_page_is_in_its_language_and_direction(self):
        for language, address in self.pages:
            self.browser.open(address)
            self.assertEqual(self.browser.run("[document.documentElement.lang, getComputedStyle(document.body).direction]"), [language, "rtl" if language == "ar" else "ltr"], address)

    def test_axe_finds_nothing(self):
        for _, address in self.pages:
            self.browser.open(address)
            with self.subTest(address):
                self.assertEqual(violations(self.browser), [])

    def test_bars_of_a_table_begin_below_one_another_and_stay_in_it(self):
        most = collections.Counter()
        for language, address in self.pages:
            if "records" not in address and "in-space" not in address:
                continue
            self.browser.open(address)
            for width in (700, 1000, 1280):
                self.browser.resize(width)
                places = self.browser.run(
                    """$$('table:has(.gauge)').map((table) => {
                      const [frame, bars] = [table.getBoundingClientRect(), [...table.querySelectorAll('.gauge > time + .bar')].map((bar) => bar.getBoundingClientRect())];
                      const starts = new Set(bars.map(({ left, right }) => Math.round(document.dir === 'rtl' ? right : left)));
                      return [starts.size < 2, bars.every(({ left, right }) => left > frame.left - 1 && right < frame.right + 1), bars.length];
                    })""")
                self.assertEqual([place[:2] for place in places], [[True, True]] * len(places), f"{address} at {width} px")
                most[language] = max([most[language], *(count for *_, count in places)])
        self.assertGreater(min(most[language] for language in sites.LANGUAGES), 1, "there are no bars to compare")

    def test_texts_are_whole_and_no_page_scrolls_sideways(self):
        for _, address in self.pages:
            self.browser.open(address)
            for width in (320, 390, 1000, 1280):
                self.browser.resize(width)
                with self.subTest(address, width=width):
                    self.browser.run("$$('main details:not(.facet)').forEach((details) => { details.open = true; })")
                    self.assertEqual(self.browser.driver.execute_script(test_layout.SCRIPT)["faults"], [])
                    self.assertLessEqual(*self.browser.run("[document.documentElement.scrollWidth, innerWidth]"))


if __name__ == "__main__":
    unittest.main()
