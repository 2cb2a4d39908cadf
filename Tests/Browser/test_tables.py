"""Tables are ordered by any of their columns: whole ones on their page, and parts of a list in the index."""

import unittest

import browser
import sites

COLUMN = "$$('#{table} tbody tr').map((row) => row.querySelector('th a').textContent)"


class TableTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.browser = browser.Browser()
        cls.addClassCleanup(cls.browser.close)
        cls.root = browser.serve(sites.full())
        cls.example = browser.serve(sites.example())

    def names(self, table):
        return self.browser.run(COLUMN.format(table=table))

    def test_a_head_orders_its_table_both_ways_and_says_so(self):
        self.browser.open(self.root + "compare/")
        self.browser.click("#numbers .c-diameter button")
        self.assertEqual(self.names("numbers")[:2], ["Starship V2", "Space Rider"])
        self.assertEqual(
            self.browser.run("[$('#numbers .c-diameter').getAttribute('aria-sort'), $('#numbers .c-name').getAttribute('aria-sort'), location.search]"),
            ["descending", None, "?numbers=-diameter"])
        self.assertIn("Diameter", self.browser.run("$('#numbers caption').textContent"))
        self.browser.click("#numbers .c-diameter button")
        self.assertEqual(self.names("numbers")[:2], ["Soyuz", "Orion"])
        self.assertEqual(self.browser.run("document.activeElement.textContent"), "Diameter")

    def test_the_address_orders_it_too(self):
        self.browser.open(self.root + "compare/?numbers=-payload")
        self.assertEqual(self.names("numbers")[:2], ["Starship V2", "Space Rider"])
        # What is not recorded comes last in both directions.
        self.assertEqual(self.names("numbers")[-1], "Soyuz")
        self.browser.open(self.root + "compare/?numbers=payload")
        self.assertEqual(self.names("numbers")[-1], "Soyuz")

    def test_what_is_too_large_to_be_right_is_no_measure_for_the_bars(self):
        self.browser.open(self.root + "compare/?numbers=-height")
        shares = self.browser.run("$$('#numbers .c-height .fill').map((bar) => Math.round(bar.getAttribute('width')))")
        self.assertEqual((self.names("numbers")[0], shares[:3]), ("Vostok", [100, 100, 91]))

    def test_a_part_of_a_list_is_ordered_where_the_whole_of_it_is(self):
        for address in ["types/2-capsule/", "families/1-soyuz/", "agencies/63-russian-federal-space-agency-roscosmos/", "statuses/4-single-use/"]:
            with self.subTest(address):
                self.browser.open(self.root + address)
                count = self.browser.run("$('.pager p').textContent").split()[-1]
                heads = self.browser.run("$$('#fleet thead th').filter((head) => head.querySelector('a')).map((head) => head.className.split(' ')[0])")
                self.assertIn("c-time_in_space", heads)
                self.browser.click("#fleet thead .c-time_in_space a")
                self.browser.until("location.pathname === '/spacecraft/' && $('#count').textContent")
                self.assertTrue(self.browser.run("$('#count').textContent").startswith(f"{count} spacecraft"), self.browser.run("$('#count').textContent"))
                self.assertEqual(self.browser.run("$('#f-order').value"), "-time_in_space")

    def test_each_table_of_each_kind_of_page_is_ordered_by_some_head(self):
        for root, addresses in [(self.example, sites.KINDS), (self.root, sites.KINDS_WITH_FLIGHTS)]:
            for address in addresses:
                self.browser.open(root + address)
                fixed = self.browser.run("$$('table.register:not(.compared)').filter((table) => table.tBodies[0].rows.length > 1 && !table.tHead.querySelector('a, button')).map((table) => table.id)")
                self.assertEqual(fixed, [], address)


if __name__ == "__main__":
    unittest.main()
