#!/usr/bin/env python3
"""Milliseconds from saving a file to the painted page, by `hangar serve` and headless Chromium.

    Benchmarks/Preview/latency.py .build/release/hangar SITE [ROUNDS]

The site folder is copied first. Needs chromedriver, from the package chromium-driver.
"""

import contextlib
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

PAGE = "{{< layouts/page}}\n{{$main}}\n<h1>%s</h1>\n{{#plate}}{{> partials/plate}}{{/plate}}\n{{/main}}\n{{/ layouts/page}}\n"
PAINTED = (
    "const paint = performance.getEntriesByName('first-contentful-paint')[0];"
    "return [document.querySelector('h1')?.textContent, paint ? performance.timeOrigin + paint.startTime : 0,"
    " getComputedStyle(document.querySelector('h1')).letterSpacing, Date.now()];"
)


class Browser:
    """A session of chromedriver, by the WebDriver protocol."""

    def __init__(self, port, profile):
        self.root = f"http://127.0.0.1:{port}"
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
                 "--disable-sync", f"--user-data-dir={profile}"]
        options = {"capabilities": {"alwaysMatch": {"goog:chromeOptions": {"args": flags}}}}
        self.session = self.post("/session", options)["sessionId"]

    def post(self, path, body):
        request = urllib.request.Request(self.root + path, json.dumps(body).encode(), {"Content-Type": "application/json"})
        with urllib.request.urlopen(request) as answer:
            return json.load(answer)["value"]

    def open(self, address):
        self.post(f"/session/{self.session}/url", {"url": address})

    def run(self, script):
        try:
            return self.post(f"/session/{self.session}/execute/sync", {"script": script, "args": []})
        except urllib.error.HTTPError:
            # The page is being loaded.
            return [None, 0, None, 0]


def save(path, text):
    """As editors do: another file takes the name."""
    with open(path + "~", "w") as file:
        file.write(text)
    os.rename(path + "~", path)
    return time.time() * 1000


def wait(browser, holds):
    end = time.time() + 30
    while time.time() < end:
        found = browser.run(PAINTED)
        if holds(found):
            return found
    sys.exit("the page did not follow")


def main():
    command, source = sys.argv[1:3]
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 15
    with contextlib.ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        site = os.path.join(folder, "site")
        shutil.copytree(source, site)
        for name in ["Templates/pages", "assets"]:
            os.makedirs(os.path.join(site, name), exist_ok=True)
        template = os.path.join(site, "Templates/pages/spacecraft.html.mustache")
        style = os.path.join(site, "assets/own.css")
        save(template, PAGE % "0")
        save(style, "")

        def start(arguments, **options):
            process = subprocess.Popen(arguments, **options)
            stack.callback(process.wait)
            stack.callback(process.terminate)
            return process

        server = start([command, "serve", "--site", site, "--port", "0", "--verbose"], stderr=subprocess.PIPE, text=True)
        made = []
        address = None
        while address is None:
            line = server.stderr.readline()
            address = (re.findall(r"Serving .* at (http:[^;]*)", line) or [None])[0]
        driver = start(["chromedriver", "--port=9517", "--log-level=OFF"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(200):
            with contextlib.suppress(OSError):
                urllib.request.urlopen("http://127.0.0.1:9517/status")
                break
            time.sleep(0.05)
        browser = Browser(9517, os.path.join(folder, "profile"))
        with urllib.request.urlopen(address + "sitemap.xml") as sitemap:
            page = re.search(r"<loc>https?://[^/]+/((?:[^<]*/)?spacecraft/\d+-[^<]*)</loc>", sitemap.read().decode()).group(1)
        browser.open(address + page)
        templates, styles = [], []
        for number in range(1, rounds + 1):
            time.sleep(0.3)
            saved = save(template, PAGE % number)
            found = wait(browser, lambda found: found[0] == str(number) and found[1])
            templates.append(found[1] - saved)
            time.sleep(0.3)
            saved = save(style, f"h1 {{ letter-spacing: {number}px }}")
            found = wait(browser, lambda found: found[2] == f"{number}px")
            styles.append(found[3] - saved)
        browser.post(f"/session/{browser.session}/execute/sync", {"script": "return 1", "args": []})
        urllib.request.urlopen(urllib.request.Request(f"{browser.root}/session/{browser.session}", method="DELETE"))
        server.terminate()
        made = [int(time) for time in re.findall(r"in (\d+) ms", server.stderr.read())]
    for name, times in [("template, to the painted page", templates), ("style sheet, to the new style", styles), ("the site made anew", made)]:
        print(f"{name}: {statistics.median(times):.0f} ms (from {min(times):.0f} to {max(times):.0f}, {len(times)} times)")


main()
