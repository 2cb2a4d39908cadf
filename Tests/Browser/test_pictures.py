"""Copies of pictures: the variant for the visitor's colour scheme, and the size for the width of the screen."""

import shutil
import unittest

import browser
import sites

FIRST = "$('.picture img').currentSrc.split('/').pop()"


class PictureTests(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.browser = browser.Browser()
        cls.addClassCleanup(cls.browser.close)
        cls.folder = sites.copies()
        cls.root = browser.serve(cls.folder)
        cls.addresses = [f"{path.parent.relative_to(cls.folder)}/" for path in sorted(cls.folder.glob("spacecraft/[0-9]*/index.html"))]

    def setUp(self):
        self.browser.resize(1280)
        self.browser.prefer(color_scheme="light")

    def shown(self, address):
        """The name of the file that the first picture of a page shows."""
        self.browser.open(self.root + address)
        self.browser.until("$('.picture img').complete && $('.picture img').naturalWidth > 0")
        return self.browser.run(FIRST)

    def address(self, number):
        """The page of the craft with this picture."""
        return next(address for address in self.addresses if f"pictures/{number}-" in (self.folder / address / "index.html").read_text())

    def test_a_variant_is_that_of_the_colour_scheme(self):
        address = self.address(1)
        for scheme in ("light", "dark"):
            self.browser.prefer(color_scheme=scheme)
            self.assertIn(f"-{scheme}-", self.shown(address))

    @unittest.skipUnless(shutil.which("vipsthumbnail"), "vipsthumbnail is not installed (Debian: libvips-tools)")
    def test_a_size_is_that_of_the_screen(self):
        address = self.address(2)
        for width, density, size in [(1280, 1, 480), (1280, 2, 960), (390, 1, 480), (390, 2, 960), (390, 3, 1280), (320, 1, 320)]:
            self.browser.driver.execute_cdp_cmd(
                "Emulation.setDeviceMetricsOverride", {"width": width, "height": 900, "deviceScaleFactor": density, "mobile": False})
            # A browser that has a larger file at hand takes that.
            self.browser.driver.execute_cdp_cmd("Network.clearBrowserCache", {})
            with self.subTest(width=width, density=density):
                self.assertTrue(self.shown(address).startswith(f"2-w{size}q"), self.browser.run(FIRST))

    def test_a_picture_that_is_small_is_itself_or_of_its_own_width(self):
        self.assertRegex(self.shown(self.address(3)), r"^3-(w200q\d+-original-|original-)")

    def test_only_the_first_picture_of_a_page_loads_at_once_and_each_has_its_credit(self):
        self.browser.open(self.root + "spacecraft/pictures/")
        self.assertEqual(self.browser.run("$$('.picture img').map(({ loading }) => loading)"), ["eager", "lazy", "lazy"])
        self.assertEqual(
            self.browser.run("$$('.picture').map((picture) => /Credit: A. N. Other.*Licence: CC BY 4.0/s.test(picture.textContent))"), [True] * 3)

    def test_a_frame_keeps_its_place_whatever_loads_in_it(self):
        for address in (*self.addresses, "spacecraft/pictures/"):
            for width in (390, 1280):
                self.browser.resize(width)
                self.browser.open(self.root + address)
                ratios = self.browser.run("$$('.picture .frame').map(({ offsetWidth, offsetHeight }) => Math.round(100 * offsetWidth / offsetHeight))")
                self.assertTrue(ratios and all(abs(ratio - 133) < 3 for ratio in ratios), f"{address} at {width} px: {ratios}")


if __name__ == "__main__":
    unittest.main()
