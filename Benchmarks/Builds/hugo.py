"""Measures pages made by Hangar and by Hugo, and `cp -r` of each output, in one run.

    python3 Benchmarks/Builds/hugo.py [--hugo PATH] [--hangar PATH] [--folder DIR] [--repeats N] [--json FILE] [--markdown] [SIZE ...]

Hugo gets a data file in which every value stands in words already (hugodata/), and its templates (hugo/) write the pages with every means that
helps it. Making the data file is not measured. Hugo makes a part of the site: the pages of entities, the tables in all orders, lists, credits, feeds
and JSON and CSV. Hangar makes all of it. First the two trees are laid beside one another; where more than a tenth of Hugo's files are none of
Hangar's, or those of both differ by more than 15 per cent in bytes, the script ends: the templates are to be brought in line with the theme. GOGC and
other variables of the environment reach Hugo.
"""

import argparse
import pathlib
import shutil
import subprocess
import sys
import sysconfig
import tempfile

import measure
import trees
from measure import run
from sites import Site, add_options, check_hangar

SOURCE = pathlib.Path(__file__).with_name("hugo")
ROWS = [
    # name, the row it is compared with, the copy of its own output
    ("Hangar fresh", None, "cp -r of Hangar's"), ("Hugo fresh", "Hangar fresh", "cp -r of Hugo's"),
    ("Hangar unchanged", None, "cp -r of Hangar's"), ("Hugo unchanged", "Hangar unchanged", "cp -r of Hugo's"),
    ("Hangar forgotten", None, "cp -r of Hangar's"),
    ("Hangar one changed", None, "cp -r of Hangar's"), ("Hugo one changed", "Hangar one changed", "cp -r of Hugo's"),
    ("cp -r of Hangar's", None, "cp -r of Hangar's"), ("cp -r of Hugo's", None, "cp -r of Hugo's"),
]


def find_hugo():
    """The program itself, as the package on PyPI brings it; else the one on the path."""
    binaries = pathlib.Path(sysconfig.get_path("purelib")) / "hugo/binaries"
    return next((path for path in sorted(binaries.glob("hugo*")) if path.is_file()), None) or shutil.which("hugo")


class HugoSite:
    """The folder that Hugo builds the pages of a site from."""

    def __init__(self, hugo, folder, site):
        self.folder, self.output, self.site = folder / "hugo", folder / "hugo-output", site
        shutil.copytree(SOURCE, self.folder)
        (self.folder / "data").mkdir()
        self.build = [hugo, "build", "--quiet", "--noBuildLock", "--source", self.folder, "--destination", self.output]
        self.prepare()

    def prepare(self):
        """In a process of its own, so that its memory is free when Hugo runs."""
        command = [sys.executable, "-m", "hugodata.register", self.site.hangar, self.site.folder, self.folder / "data/register.json"]
        subprocess.run(command, cwd=SOURCE.parent, check=True)

    def take_assets(self):
        """Those that Hangar has written, under their names with hashes."""
        shutil.copytree(self.site.output / "assets", self.folder / "static/assets", dirs_exist_ok=True)


def add_copy(rounds, name, output, copy):
    rounds.add(name, run(["cp", "-r", output, copy]))
    shutil.rmtree(copy)


def measure_size(options, folder, size, in_full):
    load = measure.load()
    print(f"\n{size} craft; load {load} before", flush=True)
    site, copy = Site(options.hangar, folder, size, compressed=False), folder / "copy"
    hugo = HugoSite(options.hugo, folder, site)
    rounds = measure.Rounds()
    for number in range(options.repeats):
        site.clear()
        rounds.add("Hangar fresh", run(site.build))
        hugo.take_assets()
        shutil.rmtree(hugo.output, ignore_errors=True)
        rounds.add("Hugo fresh", run(hugo.build))
        if number == 0:
            others, more_bytes = trees.compare(site.output, hugo.output, ("Hangar", "Hugo"), options.markdown, in_full)
            if others > 0.10 or abs(more_bytes) > 0.15:
                sys.exit(f"{others:.0%} of Hugo's files are none of Hangar's, and those of both have {more_bytes:+.0%} bytes: not the same pages")
        add_copy(rounds, "cp -r of Hangar's", site.output, copy)
        add_copy(rounds, "cp -r of Hugo's", hugo.output, copy)
        rounds.add("Hangar unchanged", run(site.build))
        site.forget()
        rounds.add("Hangar forgotten", run(site.build))
        rounds.add("Hugo unchanged", run(hugo.build))
        site.change_one(number + 1)
        hugo.prepare()
        rounds.add("Hangar one changed", run(site.build))
        rounds.add("Hugo one changed", run(hugo.build))
    report(size, rounds, options.markdown)
    files, total = measure.tree_size(site.output)
    hugo_files, hugo_total = measure.tree_size(hugo.output)
    return {"craft": size, "files": files, "bytes": total, "hugo_files": hugo_files, "hugo_bytes": hugo_total, "load": load, "rows": rounds.kept()}


def report(size, rounds, markdown):
    rows = []
    for name, other, copied in ROWS:
        seconds, cpu, memory = measure.figures(rounds.median(name))
        of_other = f"{rounds.ratio(name, other):.2f}" if other else "–"
        rows.append([name, seconds, of_other, f"{rounds.ratio(name, copied):.2f}", cpu, memory])
    heading = [f"{size} craft", "seconds", "of Hangar's", "of cp -r", "CPU s", "peak MB"]
    print("", *measure.table(heading, rows, markdown), sep="\n", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hugo", default=find_hugo(), help="the program")
    add_options(parser, [603, 6030, 60300])
    options = parser.parse_args()
    check_hangar(options.hangar)
    if not options.hugo:
        sys.exit("Hugo is not there: 'make benchmark-hugo' installs it into .build")
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        versions = {"hangar": measure.first_line([options.hangar, "--version"]), "hugo": measure.first_line([options.hugo, "version"])}
        machine = measure.machine(folder, **versions)
    print("\n".join(f"{name}: {value}" for name, value in machine.items()))
    sizes = []
    for size in options.sizes:
        with tempfile.TemporaryDirectory(dir=options.folder) as folder:
            sizes.append(measure_size(options, pathlib.Path(folder), size, in_full=not sizes))
        measure.keep(options.json, machine, sizes)


if __name__ == "__main__":
    main()
