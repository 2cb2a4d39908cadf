"""Times Hangar's sanitizer beside nh3 and lxml_html_clean from PyPI, in one run.

    python3 Benchmarks/Sanitizer/sanitizer.py [--seconds N] [--rounds N] [--no-scaling]

First table: megabytes a second and microseconds a text. Second table: milliseconds for one text of a shape that doubles; a time that
grows no faster than the text doubles as well.

All three hold the texts in memory as their language's strings and return such strings; only the calls are timed, by the processor time
of their thread. They take turns, and of all passes over the same texts the fastest counts, so that what else the machine does weighs
little. nh3 is given Hangar's elements, attributes and schemes; lxml_html_clean is as it comes (and gives up at depth 256: the rest of the text is lost).

Builds in Benchmarks/Sanitizer/.build, and installs the Python packages into .build/benchmark-venv.
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import venv

import texts

HERE = pathlib.Path(__file__).resolve().parent
ENVIRONMENT = texts.ROOT / ".build" / "benchmark-venv"
REQUIREMENTS = ["nh3==0.3.8", "lxml==6.1.3", "lxml_html_clean==0.4.6"]
# By the default policy, Sources/HTMLSanitizer/Policy/SanitizerPolicy.swift.
ELEMENTS = set("a abbr b blockquote br code dd dl dt em h3 h4 hr i li ol p pre q s small strong sub sup u ul".split())
ATTRIBUTES = {"a": {"href", "title"}, "abbr": {"title"}}
# Of a shape, the next size is left out for who took longer than this.
PATIENCE = 1.0


def enter_environment():
    """Runs this script again with the Python that has the packages."""
    python = ENVIRONMENT / "bin" / "python3"
    if pathlib.Path(sys.prefix) == ENVIRONMENT:
        return
    if not python.exists():
        venv.create(ENVIRONMENT, with_pip=True)
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *REQUIREMENTS], check=True)
    os.execv(python, [python, *sys.argv])


def build():
    command = ["swift", "build", "--package-path", HERE, "--configuration", "release", "--product", "SanitizerBenchmark"]
    subprocess.run(command, check=True, stdout=sys.stderr)
    folder = subprocess.run([*command[:-2], "--show-bin-path"], check=True, stdout=subprocess.PIPE, text=True).stdout.strip()
    return pathlib.Path(folder) / "SanitizerBenchmark"


def hangar(program, folder):
    def time_of(inputs, seconds):
        path = pathlib.Path(folder) / "texts.jsonl"
        path.write_text("".join(json.dumps(text) + "\n" for text in inputs))
        done = subprocess.run([program, str(seconds), path], check=True, stdout=subprocess.PIPE, text=True)
        return float(done.stdout)

    return time_of


def python_function(function):
    def time_of(inputs, seconds):
        fastest = one_pass(inputs)
        end = time.monotonic() + seconds
        while True:
            fastest = min(fastest, one_pass(inputs))
            if time.monotonic() >= end:
                return fastest

    def one_pass(inputs):
        start = time.thread_time()
        for text in inputs:
            function(text)
        return time.thread_time() - start

    return time_of


def contenders(program, folder):
    import nh3
    from lxml.etree import LxmlError
    from lxml_html_clean import Cleaner

    cleaner = nh3.Cleaner(
        tags=ELEMENTS, attributes=ATTRIBUTES, url_schemes={"http", "https", "mailto"}, link_rel="nofollow noopener noreferrer")
    lxml_cleaner = Cleaner()

    def lxml_clean(text):
        try:
            lxml_cleaner.clean_html(text)
        except (LxmlError, ValueError, AssertionError):
            pass  # It fails where nothing is left of a text, and at control characters.

    return {"Hangar": hangar(program, folder), "nh3": python_function(cleaner.clean), "lxml_html_clean": python_function(lxml_clean)}


def throughput(timers, seconds, rounds):
    print(f"{'':26} {'texts':>5} {'bytes':>7} " + " ".join(f"{name + ' MB/s':>20} {'µs/text':>8}" for name in timers))
    for name, inputs in texts.sets().items():
        size = sum(len(text.encode()) for text in inputs)
        best = dict.fromkeys(timers, float("inf"))
        for _ in range(rounds):
            for who, time_of in timers.items():
                best[who] = min(best[who], time_of(inputs, seconds))
        columns = " ".join(f"{size / took / 1e6:20.1f} {took / len(inputs) * 1e6:8.1f}" for took in best.values())
        print(f"{name:26} {len(inputs):5} {size // len(inputs):7} {columns}", flush=True)


def scaling(timers):
    print("\n" + f"{'milliseconds':18} {'n':>7} {'':16} " + " ".join(f"{part:>9}" for part in ("n/8", "n/4", "n/2", "n")) + "   n/2 → n")
    for name, (make, largest) in texts.shapes().items():
        for who, time_of in timers.items():
            took = []
            for part in (8, 4, 2, 1):
                if took and took[-1] > PATIENCE:
                    break
                took.append(time_of([make(largest // part)], 0.3))
            cells = [f"{seconds * 1e3:9.2f}" for seconds in took] + [f"{'–':>9}"] * (4 - len(took))
            growth = f"× {took[3] / took[2]:.1f}" if len(took) == 4 else ""
            print(f"{name:18} {largest:7,} {who:16} {' '.join(cells)}   {growth}", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=0.3, help="how long each of them is timed on a set of texts in a round")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--no-scaling", action="store_true")
    options = parser.parse_args()
    enter_environment()
    program = build()
    with tempfile.TemporaryDirectory() as folder:
        timers = contenders(program, folder)
        print(f"load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
        throughput(timers, options.seconds, options.rounds)
        if not options.no_scaling:
            scaling(timers)


if __name__ == "__main__":
    main()
