"""Two to four craft or configurations side by side."""

import unittest

from selenium.webdriver.common.keys import Keys

import browser
import sites

HEADS = "$$('#comparison thead th a').map((name) => name.textContent)"
LINE = "$$('#comparison tbody tr').find((line) => line.cells[0].textContent === arguments[0])"


class CompareTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.browser = browser.Browser()
        cls.addClassCleanup(cls.browser.close)
        cls.root = browser.serve(sites.full())

    def open(self, query):
        self.browser.open(self.root + "compare/" + query)

    def line(self, label):
        return self.browser.run(f"[...{LINE}.cells].slice(1).map((cell) => cell.textContent.replace(/\\s/g, ' ').trim())", label)

    def bars(self, label):
        return self.browser.run(f"[...{LINE}.querySelectorAll('.fill')].map((bar) => Math.round(bar.getAttribute('width')))", label)

    def add(self, text):
        self.browser.type("#compare-add", text)
        self.browser.until("$('#compare-add').getAttribute('aria-expanded') === 'true'")
        self.browser.type("#compare-add", Keys.ARROW_DOWN + Keys.ENTER)

    def test_configurations_stand_beside_one_another_with_their_numbers(self):
        self.open("?kind=configurations&ids=41,45,15")
        self.browser.until("$('#comparison table')")
        self.assertEqual(self.browser.run(HEADS), ["Soyuz TM", "Starship V2", "Vostok"])
        self.assertEqual(self.line("Crew"), ["3", "2", "3"])
        self.assertEqual(self.line("Height"), ["23.25 m", "31.5 m", "†748 m"])
        self.assertEqual(self.bars("Height"), [74, 100])
        self.assertEqual(self.browser.run("$$('#comparison thead svg').length"), 2, "what cannot be is not drawn")

    def test_craft_have_their_own_figures_too(self):
        self.open("?ids=2,3,999")
        self.browser.until("$('#comparison table')")
        self.assertEqual(self.browser.run(HEADS), ["Soyuz TM-1 No. 1", "Vostok-2 No. 2"])
        self.assertEqual(self.line("Time in space"), ["37 d 1 h", "74 d 2 h"])
        self.assertEqual(self.line("Status"), ["Single Use", "Single Use"])
        self.assertEqual(self.browser.run("$('#compare-status').textContent"), "Not in the register: 999.")

    def test_what_cannot_be_is_marked_and_is_no_measure(self):
        self.browser.open(browser.serve(sites.example()) + "compare/?ids=126,107")
        self.browser.until("$('#comparison table')")
        self.assertEqual(self.line("Time docked"), ["†363 d 13 h", "191 d 13 h"])
        self.assertEqual((self.bars("Time docked"), self.bars("Time in space")), ([], [92, 100]))
        self.assertEqual(self.browser.run("$$('#comparison .note').map((note) => note.textContent)"), ["† Doubtful: docked longer than in space"])

    def test_they_are_chosen_by_name_and_taken_away_again(self):
        self.open("")
        self.add("soyuz tm")
        self.browser.until("location.search === '?kind=configurations&ids=41'")
        self.browser.until("$('#compare-status').textContent.startsWith('Choose two')")
        self.add("starship")
        self.browser.until("location.search === '?kind=configurations&ids=41,45'")
        self.browser.until("$$('#comparison thead th').length === 2 && $('#compare-status').textContent === ''")
        self.browser.click("#comparison thead button[aria-label='Remove Soyuz TM']")
        self.browser.until("location.search === '?kind=configurations&ids=45'")
        self.browser.driver.back()
        self.browser.until("$$('#comparison thead th').length === 2")

    def test_four_are_the_most(self):
        self.open("?kind=configurations&ids=1,41,42,15,45")
        self.browser.until("$$('#comparison thead th').length === 4")
        self.add("starship")
        self.browser.until("$('#compare-status').textContent.startsWith('Four')")

    def test_the_pages_of_craft_and_configurations_lead_there(self):
        for address, heads in [("configurations/41-soyuz-tm/", ["Soyuz TM", "Soyuz", "Soyuz T"]), ("spacecraft/2-soyuz-tm-1-no-1/", 3)]:
            self.browser.open(self.root + address)
            self.browser.click("a[href*='compare/?']")
            self.browser.until("$('#comparison table')")
            found = self.browser.run(HEADS)
            self.assertIn(found[0], ["Soyuz TM", "Soyuz TM-1 No. 1"])
            self.assertEqual(sorted(found) if isinstance(heads, list) else len(found), sorted(heads) if isinstance(heads, list) else heads)

    def test_without_a_script_the_numbers_of_all_stand_there(self):
        self.browser.scripting(False)
        self.addCleanup(self.browser.scripting, True)
        self.open("?ids=2,3")
        self.assertFalse(self.browser.find("#compare").is_displayed())
        self.assertEqual(len(self.browser.driver.find_elements("css selector", "#numbers tbody tr")), 11)
        self.assertIn("Side by side needs a script", self.browser.find("noscript").text)


if __name__ == "__main__":
    unittest.main()
