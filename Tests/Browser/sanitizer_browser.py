"""Sanitizes hostile inputs by a command, and looks at what comes out with an HTML5 parser and in a real browser.

    pip install html5lib selenium
    apt-get install chromium chromium-driver
    python3 Tests/Browser/sanitizer_browser.py -- .build/release/hangar sanitize --lines

The command reads one JSON string a line and answers with one, or with `null`. The inputs are the texts of Tests/Fixtures/Sanitizer, every
scheme in every place, every payload in every raw-text element in every namespace, and random splices. Of each output it is checked that

- sanitizing it again changes nothing;
- html5lib finds only elements, attributes and schemes that the policy for descriptions allows, and writes the same text again;
- in headless Chromium, put in by innerHTML and by document.write, it runs no script and sends no request, the browser finds only what is
  allowed, and reads it back as it was written.

Ends with 0 if all that is so, and with 1 if not.
"""

import argparse
import contextlib
import http.server
import itertools
import json
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time

import html5lib

FIXTURES = pathlib.Path(__file__).resolve().parent.parent / "Fixtures" / "Sanitizer"
ELEMENTS = (
    "a abbr b blockquote br code dd dl dt em h3 h4 hr i li ol p pre q s small strong sub sup u ul"
).split()
ATTRIBUTES = {"a": ["href", "title", "rel"], "abbr": ["title"]}
BATCH = 500


def inputs(iterations, seed):
    for path in sorted(FIXTURES.glob("*/*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            yield json.loads(line)["input"]
    parts = json.loads((FIXTURES / "parts.json").read_text(encoding="utf-8"))
    for scheme, place in itertools.product(parts["schemes"], parts["places"]):
        yield place.replace("@", scheme + "alert(1)")
    for namespace, name, payload in itertools.product(parts["namespaces"], parts["rawText"], parts["payloads"]):
        yield f"{namespace}<{name}>{payload.replace('@', name)}</{name}>after"
    choose = random.Random(seed)
    for _ in range(iterations):
        yield "".join(choose.choices(parts["splices"], k=choose.randint(1, 40)))


def sanitized(command, texts):
    lines = "".join(json.dumps(text) + "\n" for text in texts)
    done = subprocess.run(command, input=lines.encode(), stdout=subprocess.PIPE, check=True)
    outputs = [json.loads(line) for line in done.stdout.decode().split("\n") if line]
    if len(outputs) != len(texts):
        sys.exit(f"{len(texts)} lines went in, {len(outputs)} came out")
    return outputs


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\u00a0", "&nbsp;")


def serialized(element, faults):
    """The children of an element as the HTML standard (13.3) writes them, and what of them is not allowed."""
    parts = [escaped(element.text or "")]
    for child in element:
        name = child.tag
        if name not in ELEMENTS:
            faults.append(f"element {name}")
            continue
        values = ""
        for key, value in child.attrib.items():
            if key not in ATTRIBUTES.get(name, []):
                faults.append(f"attribute {key} of {name}")
            if key == "href" and not re.match(r"(?:https?:|mailto:|[^:]*$|[^:/?#]*[/?#])", value, re.IGNORECASE):
                faults.append(f"address {value}")
            values += f' {key}="{escaped(value).replace(chr(34), "&quot;")}"'
        newline = "\n" if name == "pre" and (child.text or "").startswith("\n") else ""
        contents = "" if name in ("br", "hr") else f"{newline}{serialized(child, faults)}</{name}>"
        parts.append(f"<{name}{values}>{contents}{escaped(child.tail or '')}")
    return "".join(parts)


def parser_faults(output):
    faults = []
    tree = html5lib.parseFragment(output, namespaceHTMLElements=False)
    again = serialized(tree, faults)
    if not faults and again != output:
        faults.append(f"read back as {again}")
    return faults


PAGE = b"""<!DOCTYPE html><title>sanitizer</title><body><script>
let ran = [];
const allowed = /^(https?:|mailto:)$/;
function disarm(target) {
    for (const name of ['alert', 'confirm', 'prompt', 'print', 'open']) target[name] = () => ran.push(name);
}
disarm(window);
function faultsOf(root, html, rules) {
    const faults = [];
    for (const element of root.querySelectorAll('*')) {
        const name = element.localName;
        const isHTML = element.namespaceURI === 'http://www.w3.org/1999/xhtml';
        if (!isHTML || !rules.elements.includes(name)) faults.push('element ' + name);
        for (const attribute of element.attributes)
            if (!(rules.attributes[name] || []).includes(attribute.name)) faults.push('attribute ' + attribute.name + ' of ' + name);
        if (name === 'a' && !allowed.test(element.protocol)) faults.push('address ' + element.href);
    }
    // A pre that begins with a line feed is written with one less by the standard.
    if (!faults.length && root.innerHTML !== html.replaceAll('<pre>\\n\\n', '<pre>\\n')) faults.push('read back as ' + root.innerHTML);
    return faults;
}
function byInnerHTML(outputs, rules) {
    document.body.replaceChildren();
    return outputs.map(html => {
        const root = document.createElement('div');
        document.body.append(root);
        root.innerHTML = html;
        return faultsOf(root, html, rules);
    });
}
function byDocumentWrite(outputs, rules) {
    const frame = document.createElement('iframe');
    document.body.replaceChildren(frame);
    return outputs.map(html => {
        disarm(frame.contentWindow);
        const written = frame.contentDocument;
        written.open();
        written.write('<!DOCTYPE html><title>x</title><body>' + html);
        written.close();
        return faultsOf(written.body, html, rules);
    });
}
</script>"""


class Recorder(http.server.BaseHTTPRequestHandler):
    """Serves the page, and notes every other request; the browser has it for its proxy."""

    requests = []
    # Of the browser itself, the last one as the start page of Debian's; no input names them.
    own = re.compile(r"(google|googleapis|gstatic|gvt1|chromium|duckduckgo)\.(com|org)\b")

    def do_GET(self):
        if self.path.endswith("/page"):
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(PAGE)
            return
        if not self.path.endswith("/favicon.ico") and not self.own.search(self.path):
            Recorder.requests.append(self.path)
        with contextlib.suppress(ConnectionError):
            self.send_error(404)

    do_CONNECT = do_POST = do_HEAD = do_GET

    def log_message(self, *arguments):
        pass


def browser_faults(outputs):
    """Faults with the output they were found in, from a browser that must first have noticed a script and a request."""
    from selenium import webdriver
    from selenium.common.exceptions import WebDriverException

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Recorder)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"127.0.0.1:{server.server_port}"
    with tempfile.TemporaryDirectory() as profile:
        options = webdriver.ChromeOptions()
        for flag in (
            "headless", "no-sandbox", "disable-gpu", "disable-background-networking", "disable-component-update", "disable-sync",
            "disable-dev-shm-usage", f"user-data-dir={profile}", f"proxy-server=http://{address}", "proxy-bypass-list=<-loopback>",
        ):
            options.add_argument(f"--{flag}")
        driver = webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))
        try:
            driver.set_script_timeout(60)
            rules = {"elements": ELEMENTS, "attributes": ATTRIBUTES}
            driver.get(f"http://{address}/page")
            faults = []
            for start in range(0, len(outputs), BATCH):
                batch = outputs[start : start + BATCH]
                for way in ("byInnerHTML", "byDocumentWrite"):
                    try:
                        found = driver.execute_script(f"return {way}(...arguments)", batch, rules)
                        faults += [(output, f"{way}: {fault}") for output, list_ in zip(batch, found) for fault in list_]
                        if ran := driver.execute_script("return ran.splice(0)"):
                            faults.append((f"outputs {start} and following", f"{way}: ran {ran}"))
                    except WebDriverException as error:
                        # An alert in a frame within, or the page is gone: there is no going on.
                        return faults + [(f"outputs {start} and following", f"{way}: {error.msg.splitlines()[0]}")]
            time.sleep(2)
            if ran := driver.execute_script("return ran.splice(0)"):
                faults.append(("some output", f"ran {ran}"))
            faults += [("some output", f"request {path}") for path in Recorder.requests]

            Recorder.requests.clear()
            driver.execute_script("return byInnerHTML(...arguments)", ["<img src=/control onerror=alert(1)>"], rules)
            driver.execute_script("return byDocumentWrite(...arguments)", ["<script>alert(1)</script>"], rules)
            driver.execute_script("return byInnerHTML(...arguments)", ["<img src=https://evil.example/control>"], rules)
            time.sleep(2)
            ran = driver.execute_script("return ran.splice(0)")
            if len(ran) != 2 or len(Recorder.requests) != 2:
                sys.exit(f"the browser does not notice what it should: ran {ran}, requests {Recorder.requests}")
            return faults
        finally:
            driver.quit()
            server.shutdown()


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--iterations", type=int, default=20_000, help="how many random splices")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--no-browser", action="store_true", help="html5lib only")
    arguments.add_argument("command", nargs="+", help="the sanitizer to try, after --")
    options = arguments.parse_args()

    texts = list(inputs(options.iterations, options.seed))
    outputs = sanitized(options.command, texts)
    faults = []
    for text, output, again in zip(texts, outputs, sanitized(options.command, outputs)):
        if output is None:
            faults.append((text, "no output"))
        elif again != output:
            faults.append((text, f"came out as {output}, and sanitized again as {again}"))
    outputs = sorted({output for output in outputs if output})
    print(f"{len(texts)} inputs, {len(outputs)} different outputs that are not empty")
    faults += [(output, f"html5lib: {fault}") for output in outputs for fault in parser_faults(output)]
    print(f"sanitized again and read by html5lib: {len(faults)} faults")
    if not options.no_browser:
        found = browser_faults(outputs)
        print(f"in Chromium by innerHTML and by document.write: {len(found)} faults")
        faults += found
    for text, fault in faults[:50]:
        print(f"{json.dumps(text)}\n    {fault}", file=sys.stderr)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
