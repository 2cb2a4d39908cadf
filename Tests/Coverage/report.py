"""Prints how much of each target the tests run: lines and regions, as llvm-cov counts them.

    python3 Tests/Coverage/report.py EXPORT.json [--files TARGET]

EXPORT.json is what `swift test --enable-code-coverage` leaves; `swift test --show-codecov-path` says where. With --files the files of one target
follow, the least covered first, each with the lines that no test ran.
"""

import argparse
import collections
import json
import pathlib
import sys

SOURCES = pathlib.Path(__file__).resolve().parents[2] / "Sources"


def covered_files(export):
    """Each file of Sources with its summary, by target."""
    targets = collections.defaultdict(dict)
    for file in json.loads(pathlib.Path(export).read_text())["data"][0]["files"]:
        path = pathlib.Path(file["filename"])
        if path.is_relative_to(SOURCES):
            target, *rest = path.relative_to(SOURCES).parts
            targets[target]["/".join(rest)] = file
    return targets


def total(files, unit):
    counts = [file["summary"][unit] for file in files]
    return sum(count["covered"] for count in counts), sum(count["count"] for count in counts)


def percent(covered, count):
    return f"{100 * covered / count:5.1f} %" if count else "      –"


def row(name, files):
    lines, regions = total(files, "lines"), total(files, "regions")
    return f"{name:<18}{lines[1]:>7}{percent(*lines):>9}{regions[1]:>9}{percent(*regions):>9}"


def missed_lines(file):
    """The lines at which a region begins that no test ran, as ranges."""
    missed = set()
    segments = file["segments"]
    for (line, _, count, has_count, *_), following in zip(segments, segments[1:]):
        if has_count and not count:
            missed.update(range(line, following[0] + 1))
    ranges = []
    for line in sorted(missed):
        if ranges and ranges[-1][1] == line - 1:
            ranges[-1][1] = line
        else:
            ranges.append([line, line])
    return ", ".join(f"{first}" if first == last else f"{first}–{last}" for first, last in ranges)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("export")
    parser.add_argument("--files", metavar="TARGET")
    options = parser.parse_args()
    targets = covered_files(options.export)
    if not targets:
        sys.exit(f"{options.export}: no file of {SOURCES} is in it")
    if options.files and options.files not in targets:
        sys.exit(f"there is no target '{options.files}'; there are {', '.join(sorted(targets))}")
    print(f"{'target':<18}{'lines':>7}{'covered':>9}{'regions':>9}{'covered':>9}")
    for target in sorted(targets):
        print(row(target, targets[target].values()))
    print(row("all", [file for files in targets.values() for file in files.values()]))
    if options.files:
        print()
        files = targets[options.files]
        for name in sorted(files, key=lambda name: (files[name]["summary"]["lines"]["percent"], name)):
            if missed := missed_lines(files[name]):
                print(f"{percent(*total([files[name]], 'lines'))}  {name}: {missed}")


if __name__ == "__main__":
    main()
