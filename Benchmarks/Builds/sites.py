"""Site folders with synthetic catalogues, and the commands that the benchmarks run on them."""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

import catalogue
import measure

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Site:
    """The example site's configuration with a catalogue of some size.

    compressed: with the `.gz` and `.br` of the example site; else as the program does without a configuration.
    records: a site folder whose records are taken. Else they are made.
    """

    def __init__(self, hangar, folder, size, compressed, records=None):
        self.hangar, self.folder, self.output, self.cache = hangar, folder / "site", folder / "output", folder / "cache"
        self.folder.mkdir()
        os.environ["XDG_CACHE_HOME"] = str(self.cache)
        configuration = (ROOT / "Site/hangar.yml").read_text()
        (self.folder / "hangar.yml").write_text(configuration if compressed else without_compression(configuration))
        if records:
            shutil.copytree(records / "data", self.folder / "data")
        else:
            self.records = catalogue.make(size)
            self.fetch()

    @property
    def build(self):
        return [self.hangar, "build", "--quiet", "--site", self.folder, "--output", self.output]

    @property
    def build_with_report(self):
        return [part if part != "--quiet" else "--json" for part in self.build]

    def forget(self):
        """Removes what the last build left for the next one to remember."""
        shutil.rmtree(self.cache, ignore_errors=True)

    def clear(self):
        self.forget()
        shutil.rmtree(self.output, ignore_errors=True)

    def fetch(self):
        source = self.folder.parent / "records.json"
        source.write_text(json.dumps(self.records, ensure_ascii=False))
        subprocess.run([self.hangar, "fetch", "--quiet", "--site", self.folder, "--from", source], check=True)
        source.unlink()

    def change_one(self, number):
        """Adds to the description of the craft in the middle."""
        self.records[len(self.records) // 2]["description"] += f" Changed {number}."
        self.fetch()


class Command:
    """One of several commands that build a site, with an output and a memory of its own."""

    def __init__(self, hangar, site, folder):
        self.output, self.cache = folder / "output", folder / "cache"
        self.command = [hangar.resolve(), "build", "--site", site.folder, "--output", self.output]

    def run(self, reporting=False):
        os.environ["XDG_CACHE_HOME"] = str(self.cache)
        return measure.run([*self.command, "--json" if reporting else "--quiet"], keep=reporting)

    def forget(self):
        """Removes what the last build left for the next one to remember."""
        shutil.rmtree(self.cache, ignore_errors=True)

    def clear(self):
        self.forget()
        shutil.rmtree(self.output, ignore_errors=True)


def without_compression(configuration):
    return re.sub(r"(?m)^  compress:\n(?:    .*\n)+", "", configuration)


def add_options(parser, sizes):
    parser.add_argument("--hangar", default=ROOT / ".build/release/hangar", type=pathlib.Path, help="the command to measure")
    parser.add_argument("--folder", default="/dev/shm" if pathlib.Path("/dev/shm").is_dir() else None, help="where to build; tmpfs by default")
    parser.add_argument("--repeats", default=5, type=int)
    parser.add_argument("--json", type=pathlib.Path, metavar="FILE", help="keep the figures, also those of each run")
    parser.add_argument("--markdown", action="store_true", help="print the tables as Markdown")
    parser.add_argument("sizes", nargs="*", type=int, default=sizes, metavar="SIZE", help="craft in a catalogue")


def check_hangar(hangar):
    if not hangar.is_file():
        sys.exit(f"{hangar} is not there: make it with 'swift build --configuration release --product hangar'")
