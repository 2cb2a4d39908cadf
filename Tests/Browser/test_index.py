"""The index of spacecraft as a visitor uses it: search, facets, orders, pages, history, the answer as a file."""

import json
import unittest

from selenium.webdriver.common.keys import Keys

import browser
import sites

NAMES = "$$('#results tbody .ship').map((name) => name.textContent)"
ROWS = """$$('#results tbody tr').map((row) => [...row.cells].map((cell) => [
  cell.textContent.replace(/\\s+/g, ' ').trim(),
  ...[...cell.querySelectorAll('a')].map((link) => link.href),
  ...[...cell.querySelectorAll('rect')].map((bar) => Math.round(bar.getAttribute('width'))),
  ...[...cell.querySelectorAll('use')].map((drawing) => drawing.getAttribute('href')),
].join(' | ')))"""
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
    ("head", "time_in_space", "time_in_space", "?search=soyuz&ordering=time_in_space", "Soyuz 15", True),
    ("head", "time_in_space", "-time_in_space", "?search=soyuz&ordering=-time_in_space", "Soyuz TM-23", True),
    ("head", "flights_count", "-flights_count", "?search=soyuz&ordering=-flights_count", "Soyuz TM-23", True),
    ("head", "name", "name", "?search=soyuz&ordering=name", "Soyuz 3", True),
    ("open", "spacecraft/?search=cygnus", "id", "?search=cygnus", "Cygnus 1", False),
    ("open", "spacecraft/?search=zzz", "id", "?search=zzz", None, False),
]


class IndexTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.browser = browser.Browser()
        cls.addClassCleanup(cls.browser.close)
        cls.root = browser.serve(sites.example())
        cls.full = browser.serve(sites.full())

    def setUp(self):
        self.browser.resize(1280)

    def open(self, address, root=None):
        self.browser.open((root or self.root) + address)
        if "?" in address:
            self.browser.until("$('#count').textContent")

    def open_facet(self, key):
        self.browser.click(f"[data-facet={key}] summary")
        self.browser.until(f"$$('[data-facet={key}] .num').some((number) => number.textContent)")

    def options(self, key):
        return self.browser.run(f"Object.fromEntries($$('[data-facet={key}] label').map((label) => [label.querySelector('bdi').textContent, label.querySelector('.num').textContent]))")

    def choose(self, key, value):
        self.browser.run(f"$('[data-facet={key}] input[value=\"{value}\"]').click()")

    def count(self):
        return self.browser.run("$('#count').textContent")

    def take(self, kind, what):
        if kind == "open":
            self.open(what)
        elif kind == "choose":
            self.browser.click(f"#f-order option[value='{what}']")
        elif kind == "clear":
            self.browser.click("#find button[type=reset]")
        elif kind == "type":
            self.browser.type("#f-search", what)
        elif kind == "head":
            self.browser.click(f"#results thead .c-{what} a")

    def look(self):
        return self.browser.run(
            "[$('#f-order').value, location.search, $('#results tbody .ship')?.textContent ?? null, ($('#results .dagger-note')?.offsetHeight ?? 0) > 0]")

    def test_the_order_that_is_chosen_is_that_of_the_table(self):
        for kind, what, *expected in STEPS:
            with self.subTest(f"{kind} {what}"):
                self.take(kind, what)
                self.browser.until("JSON.stringify([$('#f-order').value, location.search]) === arguments[0]", json.dumps(expected[:2], separators=(",", ":")))
                self.browser.until("($('#results tbody .ship')?.textContent ?? null) === arguments[0]", expected[2])
                self.assertEqual(self.look(), expected)

    def test_the_rows_of_the_script_are_those_of_the_page(self):
        for root, address in [(self.root, "spacecraft/"), (self.full, "spacecraft/"), (self.full, "ar/spacecraft/")]:
            self.open(address, root)
            rendered = self.browser.run(ROWS)
            self.open(address + "?ordering=name&limit=" + str(len(rendered)), root)
            self.browser.until("$$('#results tbody tr').length === arguments[0]", len(rendered))
            self.assertEqual(self.browser.run(ROWS), rendered)

    def test_a_facet_counts_what_answers_the_others(self):
        self.open("spacecraft/")
        self.open_facet("status")
        self.assertEqual(self.options("status"), {"Active": "1", "Destroyed": "1", "Retired": "1", "Single Use": "16", "Under construction": "1"})
        self.choose("status", 4)
        self.browser.until("location.search === '?status=4&ordering=name' && $('#count').textContent === '16 spacecraft.'")
        self.browser.driver.execute_async_script("setTimeout(arguments[0], 200)")
        self.assertEqual(self.options("status")["Active"], "1", "a facet does not count by itself")
        self.choose("status", 2)
        self.browser.until("location.search === '?status__ids=2%2C4&ordering=name' && $('#count').textContent === '17 spacecraft.'")
        self.open_facet("type")
        self.assertFalse(self.browser.run("$('[data-facet=status]').open"), "one list is open at a time")
        self.assertEqual(self.options("type"), {"Capsule": "13", "Cargo Resupply": "3", "Reuseable Upper Stage": "0", "Spaceplane": "1"})

    def test_a_choice_stays_focused_and_the_number_is_told(self):
        self.open("spacecraft/", self.full)
        self.open_facet("in_space")
        self.choose("in_space", "false")
        self.browser.run("$('[data-facet=in_space] input[value=true]').focus()")
        self.choose("in_space", "true")
        self.browser.until("location.search === '?in_space=true&ordering=name'")
        self.assertEqual(self.browser.run("document.activeElement.value"), "true")
        self.assertEqual(self.browser.run("[$('#count').getAttribute('role'), $$('[data-facet=in_space] input:checked').length]"), ["status", 1])

    def test_while_somebody_types_rows_are_kept_and_the_address_follows(self):
        self.open("spacecraft/?search=soyuz")
        self.browser.run("$('#results tbody tr').isKept = true")
        self.browser.type("#f-search", Keys.END + " tm-4")
        self.browser.until("$('#count').textContent === '1 spacecraft.' && location.search === '?search=soyuz+tm-4'")
        self.browser.type("#f-search", Keys.BACKSPACE * 5)
        self.browser.until("$$('#results tbody tr').length > 5 && location.search === '?search=soyuz'")
        self.assertEqual(self.browser.run("[$('#results tbody tr').isKept, $$('#results tbody tr').length]"), [True, self.browser.run("Number($('#count').textContent.match(/\\d+/)[0])")])
        # A link that is followed at once leaves the letters behind, and the way back finds them.
        self.browser.type("#f-search", " tm-4")
        self.browser.click("#results tbody a")
        self.browser.until("location.pathname.includes('soyuz-tm-4')")
        self.browser.driver.back()
        self.browser.until("$('#count') && location.search === '?search=soyuz+tm-4' && $('#count').textContent === '1 spacecraft.'")

    def test_rows_that_stay_are_not_moved_when_others_go(self):
        self.open("spacecraft/?search=soyuz&ordering=name")
        self.browser.run("$$('#results tbody tr').forEach((row) => { row.isKept = true; })")
        # The first of them is the only one that goes.
        first, second = self.browser.run("$$('#results tbody tr').slice(0, 2).map((row) => row.querySelector('.c-name a').textContent)")
        self.browser.run(
            """(() => {
              globalThis.moved = [];
              new MutationObserver((changes) => moved.push(...changes.flatMap(({ addedNodes }) => [...addedNodes]).map((row) => row.textContent)))
                .observe($('#results tbody'), { childList: true });
            })()""")
        self.browser.type("#f-search", Keys.END + " tm")
        self.browser.until("location.search === '?search=soyuz+tm&ordering=name'")
        kept = self.browser.run("$$('#results tbody tr').map((row) => [row.isKept === true, row.querySelector('.c-name a').textContent])")
        self.assertTrue(kept and all(stays for stays, _ in kept) and first not in [name for _, name in kept], [first, second, kept])
        self.assertEqual(self.browser.run("moved"), [])

    def test_a_spelling_is_offered_once_however_often_the_query_is_asked(self):
        self.open("spacecraft/?search=Souyz+3")
        self.browser.until("$('#results .step')")
        field = "$('#f-search')"
        # The same letters again before the spelling of the first ones is found.
        self.browser.run(f"['Souyz 3x', 'Souyz 3', 'Souyz 3x', 'Souyz 3'].forEach((text) => {{ {field}.value = text; {field}.dispatchEvent(new Event('input')); }})")
        self.browser.until("location.search === '?search=Souyz+3' && $('#results .step')?.textContent.includes('soyuz 3')")
        self.browser.run("new Promise((done) => setTimeout(done, 500))")
        self.assertEqual(self.browser.run("$$('#results .step').filter((link) => link.textContent.includes('soyuz 3')).length"), 1)

    def test_the_way_back_leads_through_the_choices(self):
        self.open("spacecraft/")
        self.open_facet("status")
        self.choose("status", 4)
        self.browser.until("$('#count').textContent === '16 spacecraft.'")
        self.browser.click("#results thead .c-flights_count a")
        self.browser.until("location.search.includes('ordering=-flights_count')")
        self.browser.driver.back()
        self.browser.until("location.search === '?status=4&ordering=name' && $('#f-order').value === 'name'")
        self.browser.driver.back()
        self.browser.until("location.search === '' && $('#count').textContent === '' && $$('#results tbody tr').length === 20")
        self.assertEqual(self.browser.run("$$('[data-facet] input:checked').length"), 0)
        self.browser.driver.forward()
        self.browser.until("$('[data-facet=status] .chosen').textContent === 'Single Use'")

    def test_the_address_alone_gives_the_whole_state(self):
        self.open("spacecraft/?agency__ids=63,121&type__ids=2&search=soyuz&ordering=-time_in_space&limit=2&offset=2")
        self.assertEqual(self.browser.run("[$('#f-search').value, $('#f-order').value, $('[data-facet=agency] .chosen').textContent, $('[data-facet=type] .chosen').textContent]"), ["soyuz", "-time_in_space", "2", "Capsule"])
        self.assertEqual(self.count(), "11 spacecraft, 3 to 4 shown.")
        self.assertEqual(len(self.browser.run(NAMES)), 2)
        self.browser.click("#results .step")
        self.browser.until("$('#count').textContent === '11 spacecraft, 1 to 2 shown.'")
        self.assertEqual(self.browser.run("document.activeElement.id"), "count")

    def test_what_the_form_has_no_field_for_stays_in_the_address(self):
        self.open("spacecraft/?ordering=-flights_count,-time_in_space&limit=5&name=Cygnus+1")
        self.open_facet("status")
        self.choose("status", 4)
        self.browser.until("location.search === '?limit=5&name=Cygnus+1&status=4&ordering=-flights_count%2C-time_in_space'")
        self.browser.click("#find button[type=reset]")
        self.browser.until("location.search === '' && $$('#results tbody tr').length === 20")

    def test_a_decade_is_that_of_the_maiden_flight(self):
        self.open("spacecraft/", self.full)
        self.open_facet("decade")
        self.assertEqual(self.options("decade"), {"1980s": "11", "1990s": "13"})
        self.choose("decade", 1980)
        self.browser.until("location.search === '?decade=1980&ordering=name' && $('#count').textContent.startsWith('11 spacecraft')")

    def test_the_answer_stands_there_as_json(self):
        self.open("spacecraft/?search=cygnus&format=json&mode=detailed&limit=1")
        self.browser.until("$('.answer')")
        answer = json.loads(self.browser.run("$('.answer').textContent"))
        self.assertEqual(list(answer), ["count", "next", "previous", "results"])
        self.assertEqual((answer["count"], answer["next"], answer["previous"]), (1, None, None))
        craft = answer["results"][0]
        self.assertEqual(
            (craft["name"], craft["status"], craft["time_docked"], craft["response_mode"], craft["spacecraft_config"]["agency"]["name"]),
            ("Cygnus 1", {"id": 4, "name": "Single Use"}, craft["time_docked"], "detailed", "Northrop Grumman Space Systems"))
        self.assertEqual(self.browser.run("$('a[download]').download"), "spacecraft.json")
        self.open("spacecraft/?format=json&limit=6&offset=6&mode=detailed", self.full)
        self.browser.until("$('.answer')")
        answer = json.loads(self.browser.run("$('.answer').textContent"))
        self.assertEqual((answer["next"], answer["previous"]), tuple(self.full + "spacecraft/?format=json&limit=6" + rest for rest in ("&offset=12&mode=detailed", "&mode=detailed")))
        self.assertEqual([len(craft["flights"]) for craft in answer["results"]], [0, 2, 0, 1, 0, 3])

    def test_a_word_that_nothing_has_is_spelled_as_the_register_has_it(self):
        self.open("spacecraft/?search=Souyz+3")
        self.browser.until("$('#results .step')?.textContent.includes('soyuz 3')")
        self.browser.click("#results .step")
        self.browser.until("$$('#results tbody tr').length > 0")

    def test_nothing_jumps_when_the_search_is_entered(self):
        places = "['#f-search', '#results'].map((name) => JSON.stringify($(name).getBoundingClientRect()))"
        for width in (1280, 390, 320):
            self.browser.resize(width, 844)
            self.open("spacecraft/")
            before = self.browser.run(places)
            self.browser.run("$('#f-search').focus()")
            self.browser.until("$$('[data-facet=spacecraft_config] label').length")
            self.assertEqual(self.browser.run(places), before, f"at {width} px")

    def test_a_column_of_the_operators_own_is_filled_from_the_pages_on_which_the_rows_stand(self):
        root = browser.serve(sites.with_a_column())
        column = "$$('#results tbody tr').map((row) => [row.querySelector('.c-name a').textContent, row.lastElementChild.textContent])"
        for address in ("spacecraft/", "spacecraft/by-time-in-space/page/2/"):
            self.browser.open(root + address)
            self.browser.type("#f-search", "soyuz")
            # The rows that are drawn have whole addresses.
            self.browser.until("$$('#results tbody tr').length > 4 && $$('#results tbody tr').every((row) => row.querySelector('source')?.srcset.startsWith('http'))")
            for name, own in self.browser.run(column):
                self.assertEqual(own, "See " + name)
            links = self.browser.run("$$('#results tbody tr').map((row) => row.querySelector('.c-name a').href === row.lastElementChild.querySelector('a').href)")
            self.assertEqual(set(links), {True}, address)
            # What is no address stays as it is, and each address of a source is that of the page on which the row stands.
            malformed, sources = self.browser.run(
                "['.malformed', 'source'].map((part, at) => $$('#results tbody tr').map((row) => {"
                " const craft = row.querySelector('.c-name a').href, expected = [`http://[${row.querySelector('.c-id').textContent}`, `${craft}a.png, ${craft}b,c.png 2x`];"
                " return row.querySelector(part).getAttribute(['href', 'srcset'][at]) === expected[at]; }))")
            self.assertEqual((set(malformed), set(sources)), ({True}, {True}), address)

    def test_without_a_script_the_whole_table_stands_there_and_no_control(self):
        self.browser.scripting(False)
        self.addCleanup(self.browser.scripting, True)
        self.browser.open(self.root + "spacecraft/")
        self.assertFalse(self.browser.find("#find").is_displayed())
        self.assertEqual(len(self.browser.driver.find_elements("css selector", "#results tbody tr")), 20)
        self.browser.click("#results thead .c-time_in_space a")
        self.browser.arrives(self.root + BY_TIME)

    def test_the_list_has_its_view_in_pictures(self):
        self.open("spacecraft/")
        self.browser.click(".views li:nth-child(2) a")
        self.browser.arrives(self.root + "spacecraft/pictures/")


if __name__ == "__main__":
    unittest.main()
