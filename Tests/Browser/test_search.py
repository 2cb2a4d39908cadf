"""The search in the head of each page: what it offers, by keyboard and by pointer, and what it does without a script."""

import unittest

from selenium.webdriver.common.keys import Keys

import browser
import sites

OFFERED = "$$('#suggestions-0 [role=option]').map((option) => option.textContent)"


class SearchTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.browser = browser.Browser()
        cls.addClassCleanup(cls.browser.close)
        cls.root = browser.serve(sites.example())

    def setUp(self):
        self.browser.open(self.root + "agencies/")

    def offered(self, text):
        self.browser.type("#seek", text)
        self.browser.until("$('#seek').getAttribute('aria-expanded') === 'true'")
        return self.browser.run(OFFERED)

    def test_names_of_craft_configurations_agencies_and_families_are_offered(self):
        self.assertEqual(self.offered("cygnus"), ["Cygnus", "Cygnus Standard", "Cygnus 1 Cygnus Standard"])
        self.assertEqual(
            self.browser.run("$$('#suggestions-0 .label').map((label) => label.textContent)"), ["Families", "Configurations", "Spacecraft"])

    def test_an_agency_is_found_by_its_abbreviation(self):
        self.assertEqual(self.offered("okb-1"), ["Energia"])

    def test_a_slip_is_forgiven(self):
        self.assertIn("Soyuz 3 Soyuz", self.offered("Souyz 3"))

    def test_cyrillic_letters_are_read(self):
        self.assertEqual(self.offered("Прогресс")[:2], ["Progress", "Progress-M"])

    def test_the_list_is_walked_by_keys_and_the_field_keeps_the_focus(self):
        self.offered("soyuz t")
        active = "$('#seek').getAttribute('aria-activedescendant')"
        selected = "$$('[role=option][aria-selected=true]').map((option) => option.id)"
        for key, option in [(Keys.ARROW_DOWN, "suggestions-0-0"), (Keys.ARROW_DOWN, "suggestions-0-1"), (Keys.ARROW_UP, "suggestions-0-0"), (Keys.ARROW_UP, None)]:
            self.browser.press(key)
            self.assertEqual(self.browser.run(active), option)
            self.assertEqual(self.browser.run(selected), [option] if option else [])
            self.assertEqual(self.browser.run("document.activeElement.id"), "seek")
        self.browser.press(Keys.ARROW_DOWN, Keys.ENTER)
        self.browser.until("location.pathname.startsWith('/configurations/42-soyuz-t/')")

    def test_escape_closes_the_list_and_enter_then_searches(self):
        self.offered("vostok")
        self.browser.press(Keys.ESCAPE)
        self.assertEqual(self.browser.run("[$('#seek').getAttribute('aria-expanded'), $('#suggestions-0').hidden, $('#seek').value]"), ["false", True, "vostok"])
        self.browser.press(Keys.ENTER)
        self.browser.until("location.search === '?search=vostok&ordering=name' && $$('#results tbody tr').length === 2")

    def test_what_is_pointed_at_is_opened(self):
        self.offered("virgin")
        self.browser.click("#suggestions-0-0")
        self.browser.until("location.pathname.startsWith('/agencies/1024-virgin-galactic/')")

    def test_what_is_offered_is_loaded_when_the_field_is_entered(self):
        loaded = "performance.getEntriesByType('resource').filter(({ name }) => /search\\.json|names\\./.test(name)).length"
        self.assertEqual(self.browser.run(loaded), 0)
        self.browser.click("#seek")
        self.browser.until(loaded + " === 2")

    def test_without_a_script_it_is_a_form(self):
        self.browser.scripting(False)
        self.addCleanup(self.browser.scripting, True)
        self.browser.open(self.root + "agencies/")
        self.browser.type("#seek", "soyuz\n")
        self.browser.arrives(self.root + "spacecraft/?search=soyuz&ordering=name")

    def test_browsers_are_told_of_it(self):
        link = self.browser.run("$('link[rel=search]').href")
        self.browser.open(link)
        self.assertIn("spacecraft/?search={searchTerms}&ordering=name", self.browser.driver.page_source.replace("&amp;", "&"))

    def test_another_language_offers_its_own_words(self):
        self.browser.open(browser.serve(sites.full()) + "de/agencies/")
        self.offered("soyuz")
        self.assertEqual(
            self.browser.run("$$('#suggestions-0 .label').map((label) => label.textContent)"), ["Konfigurationen", "Familien", "Raumfahrzeuge"])


if __name__ == "__main__":
    unittest.main()
