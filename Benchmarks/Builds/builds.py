"""Measures builds of synthetic catalogues beside `cp -r` of their own output, in one run.

    python3 Benchmarks/Builds/builds.py [--hangar PATH] [--folder DIR] [--repeats N] [--compress] [--json FILE] [--markdown] [SIZE ...]

For each size: a fresh build into a folder that is not there, a build in which nothing changed, the same once more with what the last build left
for it to remember removed, a build after one craft's description changed, a copy of the output with `cp -r`, and, where there is a C compiler, what
the file system itself takes for writing the same files and for reading and comparing them (tree.c), with as many threads as cores. The rows take turns: a ratio is the median of the ratios within the rounds. Nothing is synced.
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
from sites import Site, add_options, check_hangar

WRITE, COMPARE = "write them, C", "read and compare them, C"


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


def measure_size(options, program, folder, size):
    site, copy = Site(options.hangar, folder, size, options.compress), folder / "copy"
    rounds = measure.Rounds()
    load = measure.load()
    print(f"\n{size} craft; load {load} before", flush=True)
    for number in range(options.repeats):
        site.clear()
        rounds.add("fresh", run(site.build))
        files, total = measure.tree_size(site.output)
        rounds.add("unchanged", run(site.build))
        site.forget()
        rounds.add("unchanged, forgotten", run(site.build))
        rounds.add("cp -r", run(["cp", "-r", site.output, copy]))
        shutil.rmtree(copy)
        if program:
            rounds.add(WRITE, tree(program, "write", site.output, copy))
            rounds.add(COMPARE, tree(program, "compare", site.output, copy))
            shutil.rmtree(copy)
        site.change_one(number + 1)
        rounds.add("one changed", *reported(run(site.build_with_report, keep=True)))
        rounds.written |= {"fresh": files, "unchanged": 0, "unchanged, forgotten": 0}
    rows = [
        [name, seconds, f"{rounds.ratio(name, 'cp -r'):.2f}", cpu, memory, rounds.written.get(name, "–")]
        for name, (seconds, cpu, memory) in ((name, measure.figures(rounds.median(name))) for name in rounds.rows)
    ]
    print(f"{files} files, {total / 1e6:.1f} MB")
    heading = [f"{size} craft", "seconds", "of cp -r", "CPU s", "peak MB", "files written"]
    print("", *measure.table(heading, rows, options.markdown), sep="\n", flush=True)
    return {"craft": size, "files": files, "bytes": total, "load": load, "rows": rounds.kept()}


def reported(built):
    """The run, and how many files it wrote or removed."""
    report = json.loads(built.output)
    return built, len(report["written"]) + len(report["removed"])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--compress", action="store_true", help="with the .gz and .br of the example site")
    add_options(parser, [603, 6030, 60300])
    options = parser.parse_args()
    check_hangar(options.hangar)
    with tempfile.TemporaryDirectory(dir=options.folder) as tools:
        program = compiled(pathlib.Path(tools))
        machine = measure.machine(tools, hangar=measure.first_line([options.hangar, "--version"]), compressed=options.compress)
        print("\n".join(f"{name}: {value}" for name, value in machine.items()))
        sizes = []
        for size in options.sizes:
            with tempfile.TemporaryDirectory(dir=options.folder) as folder:
                sizes.append(measure_size(options, program, pathlib.Path(folder), size))
            measure.keep(options.json, machine, sizes)


if __name__ == "__main__":
    main()
