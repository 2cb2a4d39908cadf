"""Headless Chromium, a folder that is served on this machine, and what the tests of pages do with both."""

import contextlib
import functools
import http.server
import shutil
import tempfile
import threading

from selenium import webdriver
from selenium.common.exceptions import JavascriptException, TimeoutException
from selenium.webdriver.support.wait import WebDriverWait

FLAGS = (
    "headless=new", "no-sandbox", "disable-gpu", "disable-background-networking", "disable-component-update", "disable-sync",
    "disable-dev-shm-usage", "hide-scrollbars", "lang=en",
    # Pictures come from elsewhere, and a test needs no network.
    "host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass

    def handle(self):
        # The browser may have left the page.
        with contextlib.suppress(ConnectionError):
            super().handle()


def serve(folder):
    """The address of its root, for as long as the program runs."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/"


class Browser:
    """A browser with one window."""

    def __init__(self):
        self.profile = tempfile.TemporaryDirectory()
        options = webdriver.ChromeOptions()
        for flag in (*FLAGS, f"user-data-dir={self.profile.name}"):
            options.add_argument(f"--{flag}")
        options.binary_location = shutil.which("chromium") or shutil.which("google-chrome")
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))
        self.driver.set_script_timeout(180)
        self.resize(1280)

    def close(self):
        self.driver.quit()
        self.profile.cleanup()

    def resize(self, width, height=900):
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride", {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})

    def prefer(self, **features):
        """Media features, such as color_scheme="dark"."""
        listed = [{"name": "prefers-" + name.replace("_", "-"), "value": value} for name, value in features.items()]
        self.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": listed})

    def scripting(self, is_on):
        self.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": not is_on})

    def open(self, address):
        self.driver.get(address)
        return self

    def run(self, script, *arguments):
        """The value of an expression, in which `$` finds an element and `$$` all."""
        helpers = "const $ = (what) => document.querySelector(what), $$ = (what) => [...document.querySelectorAll(what)];"
        return self.driver.execute_script(f"{helpers} return {script}", *arguments)

    def find(self, selector):
        return self.driver.find_element("css selector", selector)

    def type(self, selector, text):
        self.find(selector).send_keys(text)

    def press(self, *keys):
        self.driver.switch_to.active_element.send_keys(*keys)

    def click(self, selector):
        self.find(selector).click()

    def until(self, script, *arguments, seconds=20):
        """Waits until an expression holds, and returns its value. The page may be left for another meanwhile."""
        return self._wait(lambda: self.run(script, *arguments), script, seconds)

    def arrives(self, address, seconds=20):
        """Waits until the window is at an address: a key or a click starts the way there, and does not wait for its end."""
        self._wait(lambda: self.driver.current_url == address, f"at {address}", seconds)

    def _wait(self, holds, what, seconds):
        waiting = WebDriverWait(self.driver, seconds, poll_frequency=0.01, ignored_exceptions=[JavascriptException])
        try:
            return waiting.until(lambda _: holds())
        except TimeoutException:
            raise AssertionError(f"not within {seconds} s at {self.driver.current_url}: {what}") from None

    def messages(self):
        """What the console says, but for the pictures of other hosts, which are not reached here."""
        return [entry["message"] for entry in self.driver.get_log("browser") if "ERR_NAME_NOT_RESOLVED" not in entry["message"]]
