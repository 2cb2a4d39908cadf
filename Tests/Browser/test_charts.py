"""Charts: read point by point with the pointer and with the keyboard, drawn for each width, mirrored for Arabic."""

import unittest

from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.keys import Keys

import browser
import sites

CONFIGURATION = "configurations/41-soyuz-tm/"
AGENCY = "agencies/63-russian-federal-space-agency-roscosmos/"
TEXT = "$('{} .reading p').textContent"


def page_of(site, craft):
    """The address of the page of a craft."""
    return f"spacecraft/{next(site.glob(f'spacecraft/{craft}-*')).name}/"


class ChartTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.browser = browser.Browser()
        cls.addClassCleanup(cls.browser.close)
        cls.example = browser.serve(sites.example())
        cls.full = browser.serve(sites.full())
        cls.many = browser.serve(sites.many())

    def setUp(self):
        self.browser.resize(1280)

    def text(self, chart):
        return self.browser.run(TEXT.format(chart)).replace("\xa0", " ")

    def point_at(self, selector):
        element = self.browser.find(selector)
        self.browser.driver.execute_script("arguments[0].scrollIntoView({ block: 'center' })", element)
        ActionChains(self.browser.driver).move_to_element(element).perform()

    def test_the_arrow_keys_walk_along_the_points(self):
        self.browser.open(self.example + CONFIGURATION)
        slider = "#spread-chart .reading input"
        self.assertEqual(self.text("#spread-chart"), "Point at the chart, or move along it with the arrow keys.")
        self.browser.type(slider, Keys.HOME)
        self.assertEqual(self.text("#spread-chart"), "Soyuz TM-4: 178 d 22 h")
        self.assertEqual(self.browser.find(slider).get_attribute("aria-valuetext").replace("\xa0", " "), "Soyuz TM-4: 178 d 22 h")
        self.assertEqual(self.browser.run("$$('#spread-chart .read').length"), 1)
        self.browser.type(slider, Keys.ARROW_RIGHT)
        self.assertEqual(self.text("#spread-chart"), "Soyuz TM-23: 193 d 19 h")
        self.browser.press(Keys.TAB)
        self.assertEqual(self.browser.run("$$('#spread-chart .read').length"), 0)

    def test_the_pointer_reads_what_is_nearest(self):
        self.browser.open(self.example)
        self.point_at("#times-chart circle:last-of-type")
        self.assertEqual(self.text("#times-chart").count(": "), 1)
        self.assertEqual(self.browser.run("$('#times-chart circle:last-of-type').classList.contains('read')"), True)
        self.assertEqual(self.browser.run("$$('#times-chart title').length"), 0)

    def test_a_flight_of_a_fleet_is_read_with_its_dates(self):
        self.browser.open(self.full + CONFIGURATION)
        slider = "#timeline-chart .reading input"
        # The maiden flight of this configuration is later than its flights.
        self.browser.type(slider, Keys.END + Keys.ARROW_LEFT)
        self.assertRegex(self.text("#timeline-chart"), r"^Soyuz TM.*: 20 \w+ 199\d to \d \w+ 199\d$")
        # Its maiden flight is a mark, and stands on the plate and in no table.
        self.assertEqual(self.browser.run("[$$('#timeline-chart circle.mark').length, $$('#maiden-flights').length]"), [1, 0])
        rows = self.browser.run("$$('#timeline tbody tr').length")
        self.assertEqual(int(self.browser.find(slider).get_attribute("max")), rows)

    def test_a_maiden_flight_is_a_mark_that_is_read_and_stands_in_a_table(self):
        self.browser.open(self.full + AGENCY)
        self.browser.type("#timeline-chart .reading input", Keys.HOME)
        self.assertRegex(self.text("#timeline-chart"), r"^\S.*: maiden flight 2 March \d{4}$")
        self.point_at("#timeline-chart circle.mark:last-of-type")
        text = self.text("#timeline-chart")
        self.assertRegex(text, r"^\S.*: maiden flight 2 March \d{4}$")
        self.browser.run("$('#timeline-chart ~ details').open = true")
        rows = self.browser.run("$$('#maiden-flights tbody tr').map((row) => `${row.cells[0].textContent}: maiden flight ${row.cells[1].textContent}`)")
        self.assertEqual(len(rows), self.browser.run("$$('#timeline-chart circle.mark').length"))
        self.assertIn(text, [row.replace("\xa0", " ") for row in rows])

    def test_beside_too_many_flights_for_words_the_maiden_flights_are_read_too(self):
        self.browser.open(self.many + AGENCY)
        self.browser.type("#timeline-chart .reading input", Keys.HOME)
        texts = [self.text("#timeline-chart")]
        for _ in range(int(self.browser.find("#timeline-chart .reading input").get_attribute("max"))):
            self.browser.press(Keys.ARROW_RIGHT)
            texts.append(self.text("#timeline-chart"))
        self.assertTrue(any(": maiden flight " in text for text in texts) and any(" · Flights " in text for text in texts), texts)

    def test_the_names_of_maiden_flights_do_not_meet(self):
        for address in (self.full + AGENCY, self.full + "ar/" + AGENCY, self.many + AGENCY):
            for width in (320, 390, 768, 1280):
                self.browser.resize(width)
                self.browser.open(address)
                met = self.browser.run(
                    """(() => {
                      const box = (element) => element.getBoundingClientRect();
                      const meets = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top + 3 < b.bottom - 3 && b.top + 3 < a.bottom - 3;
                      const names = $$('#timeline-chart .name').filter((text) => text.checkVisibility()), marks = $$('#timeline-chart .mark');
                      return names.filter((name) => [...names, ...marks].some((other) => other !== name && meets(box(name), box(other)))).map((name) => name.textContent);
                    })()""")
                self.assertEqual(met, [], f"{address} at {width} px")

    def test_a_chart_with_too_many_points_for_words_asks_the_register_when_it_is_read(self):
        self.browser.open(browser.serve(sites.many()))
        loaded = "performance.getEntriesByType('resource').some(({ name }) => name.endsWith('search.json'))"
        self.assertFalse(self.browser.run(loaded))
        self.browser.type("#times-chart .reading input", Keys.ARROW_RIGHT)
        self.browser.until("$('#times-chart .reader')")
        self.browser.press(Keys.END)
        self.assertRegex(self.text("#times-chart"), r"^\S.* No\. \d+: \d+ d \d* ?h? ?in space, (not docked|[\d dh]+ docked)$")
        reader, chart = (self.browser.run(f"$('#times-chart {part}').getBoundingClientRect().toJSON()") for part in (".reader", ".axis"))
        self.assertLess(abs(reader["right"] - chart["right"]), 30)
        # However many points there are, the pointer measures the drawing alone, and one ring shows what it reads.
        measured = self.browser.run(
            """(() => {
              const own = Element.prototype.getBoundingClientRect, drawing = $('#times-chart svg'), box = drawing.getBoundingClientRect();
              const measured = [];
              Element.prototype.getBoundingClientRect = function () { measured.push(this.localName); return own.call(this); };
              const texts = [0.2, 0.7].map((share) => {
                drawing.dispatchEvent(new PointerEvent('pointermove', { clientX: box.left + share * box.width, clientY: box.top + 200 }));
                return $('#times-chart .reading p').textContent;
              });
              Element.prototype.getBoundingClientRect = own;
              return [measured, new Set(texts).size, $$('#times-chart .reader').length];
            })()""")
        self.assertEqual(measured, [["svg", "svg"], 2, 1])

    def test_a_timeline_with_too_many_flights_for_words_is_read_by_year(self):
        self.browser.open(browser.serve(sites.many()) + "flights/")
        self.browser.type("#timeline-chart .reading input", Keys.HOME)
        self.assertRegex(self.text("#timeline-chart"), r"^1990 · Flights \d+ · Craft in space \d+$")
        self.assertEqual(self.browser.run("$('#timeline-chart line.reader') !== null"), True)
        self.assertEqual(int(self.browser.find("#timeline-chart .reading input").get_attribute("max")) + 1, self.browser.run("$$('#years tbody tr').length"))

    def test_a_chart_of_one_point_keeps_its_tooltip(self):
        self.browser.open(self.full + page_of(sites.full(), 4))
        self.assertEqual(self.browser.run("$$('#timeline-chart title').length"), 1)
        self.assertEqual(self.browser.run("$('#timeline-chart .reading').hidden"), True)

    def test_a_timeline_without_words_and_without_a_table_is_left_as_it_is(self):
        self.browser.messages()
        self.browser.open(browser.serve(sites.many()) + page_of(sites.many(), 2))
        self.assertEqual(self.browser.run("[$('#timeline-chart').dataset.years !== undefined, $('#years')]"), [True, None])
        self.assertEqual(self.browser.run("$('#timeline-chart .reading').hidden"), True)
        self.assertEqual(self.browser.messages(), [])

    def test_from_right_to_left_the_points_are_mirrored_and_so_is_the_way(self):
        ends = "$$('#timeline-chart :is(.span path, .mark)').map((path) => path.getBoundingClientRect().left)"
        self.browser.open(self.full + "ar/" + CONFIGURATION)
        drawing = self.browser.run("$('#timeline-chart svg').getBoundingClientRect().toJSON()")
        first = self.browser.run("$('#timeline-chart .span path').getBoundingClientRect().toJSON()")
        self.assertGreater(first["left"], drawing["left"] + drawing["width"] / 2)
        self.browser.type("#timeline-chart .reading input", Keys.HOME)
        read = self.browser.run("$('#timeline-chart .read').getBoundingClientRect().left")
        self.assertEqual(read, max(self.browser.run(ends)))

    def test_a_chart_is_drawn_for_its_width_and_does_not_scroll(self):
        for address in (self.example, self.full + "ar/", self.full + "flights/", self.full + CONFIGURATION, self.full + "ar/" + CONFIGURATION):
            for width in (320, 390, 1280):
                self.browser.resize(width)
                self.browser.open(address)
                outside = self.browser.run(
                    "$$('.chart svg text').filter((text) => text.checkVisibility()).map((text) => [text.textContent, text.getBoundingClientRect()])"
                    ".filter(([, box]) => box.left < 0 || box.right > innerWidth).map(([text]) => text)")
                self.assertEqual(outside, [], f"{address} at {width} px")
                sizes = self.browser.run("$$('.chart svg text').map((text) => getComputedStyle(text).fontSize)")
                self.assertLessEqual(set(sizes), {"12px", "14px"})

    def test_no_name_of_the_home_chart_meets_another_or_the_axis(self):
        for width in (320, 390, 768, 1280):
            self.browser.resize(width)
            self.browser.open(self.example)
            met = self.browser.run(
                """(() => {
                  const axis = $('#times-chart .axis').getBoundingClientRect();
                  const names = $$('#times-chart text.name').filter((text) => text.checkVisibility()).map((text) => [text.textContent, text.getBoundingClientRect()]);
                  const meets = (a, b) => a.left < b.right && b.left < a.right && a.top + 3 < b.bottom - 3 && b.top + 3 < a.bottom - 3;
                  return names.filter(([name, box]) => box.left < axis.left || box.bottom - 3 > axis.bottom || names.some(([other, its]) => other !== name && meets(box, its))).map(([name]) => name);
                })()""")
            self.assertEqual(met, [], f"at {width} px")
            self.assertGreater(self.browser.run("$$('#times-chart text.name').filter((text) => text.checkVisibility()).length"), 3)

    def test_without_a_script_a_point_has_its_tooltip_and_no_slider(self):
        self.browser.scripting(False)
        self.addCleanup(self.browser.scripting, True)
        self.browser.open(self.example)
        self.assertFalse(self.browser.find("#times-chart .reading").is_displayed())
        self.assertGreater(len(self.browser.driver.find_elements("css selector", "#times-chart circle > title")), 3)


if __name__ == "__main__":
    unittest.main()
