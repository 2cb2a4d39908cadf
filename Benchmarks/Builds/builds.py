"""Measures builds of synthetic catalogues beside `cp -r` of their own output, in one run.

    python3 Benchmarks/Builds/builds.py [--hangar PATH] [--before PATH] [--settings plain init] [--sites DIR] [--folder DIR] [--repeats N]
                                        [--json FILE] [--markdown] [SIZE ...]

For each size, without compression and as `hangar init` writes it: a fresh build into a folder that is not there, a build in which nothing changed, the
same once more with what the last build left for it to remember removed, a build after an update that changed one craft, ten, and one per cent of them
(each on the same state, in which one craft changed a day before), a copy of the output with `cp -r`, and, where there is a C compiler, what the file
system itself takes for writing the same files and for reading and comparing them (tree.c), with as many threads as cores. The rows take turns: a ratio
is the median of the ratios within the rounds. Nothing is synced.

--before names another command, such as that of the commit before a change. Each build is then made by both, one after the other and in turns which
is first, with an output and a memory of its own for each.
"""

import argparse
import json
import os
import pathlib
import shutil
import subprocess
import tempfile

import measure
from measure import Run, run
from sites import Command, Site, add_options, check_hangar
from updates import Records

WRITE, COMPARE, COPY = "write them, C", "read and compare them, C", "cp -r"


def compiled(folder):
    """The program of tree.c; None without a compiler."""
    compiler = shutil.which("cc")
    if not compiler:
        return None
    program = folder / "tree"
    source = pathlib.Path(__file__).with_name("tree.c")
    subprocess.run([compiler, "-O2", "-pthread", "-o", program, source], check=True)
    return program


def tree(program, what, source, target):
    seconds, cpu = map(float, run([program, what, source, target, str(os.cpu_count())], keep=True).output.split())
    return Run(seconds, cpu, None)


class Measurement:
    """The rows of one size in one setting."""

    def __init__(self, options, program, folder, size, setting):
        self.options, self.program, self.folder, self.size, self.setting = options, program, folder, size, setting
        self.site = Site(options.hangar, folder, size, setting == "init", options.sites and options.sites / str(size) / "site")
        self.records = Records(self.site.folder)
        self.commands = {"": Command(options.hangar, self.site, folder / "now")}
        if options.before:
            self.commands["before: "] = Command(options.before, self.site, folder / "before")
        self.rounds = measure.Rounds()
        self.changes = {"one changed": 1, "ten changed": 10, "1 % changed": max(1, round(size / 100))}

    def measure(self):
        for number in range(self.options.repeats):
            # Which comes first takes turns.
            order = list(self.commands)[:: 1 if number % 2 == 0 else -1]
            self.records.restore()
            for name in order:
                self.standing(name, self.commands[name])
            self.copies()
            for row, count in self.changes.items():
                self.records.restore()
                for name in order:
                    self.commands[name].run()
                self.records.change(count)
                for name in order:
                    built = self.commands[name].run(reporting=True)
                    report = json.loads(built.output)
                    self.rounds.add(name + row, built, len(report["written"]) + len(report["removed"]))
        return self.rounds

    def standing(self, name, command):
        command.clear()
        self.rounds.add(name + "fresh", command.run(), measure.tree_size(command.output)[0])
        self.rounds.add(name + "unchanged", command.run(), 0)
        command.forget()
        self.rounds.add(name + "unchanged, forgotten", command.run(), 0)

    def copies(self):
        output, copy = self.commands[""].output, self.folder / "copy"
        self.rounds.add(COPY, run(["cp", "-r", output, copy]))
        shutil.rmtree(copy)
        if self.program:
            self.rounds.add(WRITE, tree(self.program, "write", output, copy))
            self.rounds.add(COMPARE, tree(self.program, "compare", output, copy))
            shutil.rmtree(copy)

    def table(self):
        rows = []
        for name in [name for name in self.rounds.rows if not name.startswith("before: ")]:
            seconds, cpu, memory = measure.figures(self.rounds.median(name))
            is_build = name in self.changes or name.startswith(("fresh", "unchanged"))
            of_fresh = f"{self.rounds.ratio(name, 'fresh'):.2f}" if is_build else "–"
            row = [name, seconds, f"{self.rounds.ratio(name, COPY):.2f}", of_fresh, cpu, memory, self.rounds.written.get(name, "–")]
            rows.append(row + (self.beside(name) if self.options.before else []))
        heading = [f"{self.size} craft, {self.setting}", "seconds", "of cp -r", "of fresh", "CPU s", "peak MB", "files written"]
        heading += ["before, s", "of before", "CPU s", "peak MB", "files written"] if self.options.before else []
        return measure.table(heading, rows, self.options.markdown)

    def beside(self, name):
        other = "before: " + name
        if other not in self.rounds.rows:
            return ["–"] * 5
        seconds, cpu, memory = measure.figures(self.rounds.median(other))
        return [seconds, f"{self.rounds.ratio(name, other):.2f}", cpu, memory, self.rounds.written.get(other, "–")]


def measure_size(options, program, folder, size, setting):
    measurement = Measurement(options, program, folder, size, setting)
    load = measure.load()
    print(f"\n{size} craft, {setting}; load {load} before", flush=True)
    rounds = measurement.measure()
    files, total = measure.tree_size(measurement.commands[""].output)
    print(f"{files} files, {total / 1e6:.1f} MB", "", *measurement.table(), sep="\n", flush=True)
    return {"craft": size, "setting": setting, "files": files, "bytes": total, "load": load, "rows": rounds.kept()}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--before", type=pathlib.Path, help="another command to measure beside it")
    parser.add_argument("--settings", nargs="+", choices=["plain", "init"], default=["plain", "init"],
                        help="without compression, and with that which 'hangar init' writes")
    parser.add_argument("--sites", type=pathlib.Path, metavar="DIR", help="copy the site folders DIR/SIZE/site instead of making catalogues")
    add_options(parser, [603, 6030, 60300])
    options = parser.parse_args()
    check_hangar(options.hangar)
    versions = {"hangar": measure.first_line([options.hangar, "--version"])}
    if options.before:
        check_hangar(options.before)
        versions["before"] = measure.first_line([options.before, "--version"])
    with tempfile.TemporaryDirectory(dir=options.folder) as tools:
        program = compiled(pathlib.Path(tools))
        machine = measure.machine(tools, **versions)
        print("\n".join(f"{name}: {value}" for name, value in machine.items()))
        sizes = []
        for size in options.sizes:
            for setting in options.settings:
                with tempfile.TemporaryDirectory(dir=options.folder) as folder:
                    sizes.append(measure_size(options, program, pathlib.Path(folder), size, setting))
                measure.keep(options.json, machine, sizes)


if __name__ == "__main__":
    main()
