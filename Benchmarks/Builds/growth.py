"""How the cost of a build grows with the catalogue, out of the figures that builds.py and hugo.py keep with --json.

    python3 Benchmarks/Builds/growth.py [--markdown] [--craft 1000000] [--setting plain] FILE

For each row, its seconds, CPU seconds and peak megabytes as a fixed part and a part for each craft: the line for which the sum of the relative
errors' squares is least. Beside it, how many times more the largest catalogue takes than the one before it, and what the line gives for a catalogue
of another size. That is an extrapolation: it knows nothing of what breaks on the way.
"""

import argparse
import json
import pathlib

from measure import table

# unit, place in the file, and the smaller units for a craft or a file and for a megabyte
MEASURES = [("s", 0, (1e6, "µs"), (1e3, "ms")), ("CPU s", 1, (1e6, "µs"), (1e3, "ms")), ("MB", 2, (1e3, "kB"), (1e3, "kB"))]


def line(points):
    """The fixed part and the slope with the least relative error; no part below zero."""
    weights = [(1 / value**2, size, value) for size, value in points]
    total = sum(weight for weight, _, _ in weights)
    mean_size = sum(weight * size for weight, size, _ in weights) / total
    mean_value = sum(weight * value for weight, _, value in weights) / total
    spread = sum(weight * (size - mean_size) ** 2 for weight, size, _ in weights)
    slope = sum(weight * (size - mean_size) * (value - mean_value) for weight, size, value in weights) / spread
    fixed = mean_value - slope * mean_size
    if fixed >= 0:
        return fixed, slope
    return 0, sum(weight * size * value for weight, size, value in weights) / sum(weight * size**2 for weight, size, _ in weights)


def rows(sizes, craft):
    by_size = [(size["craft"], size) for size in sizes]
    last = by_size[-1]
    files, total = ((last[1][name] - by_size[0][1][name]) / (last[0] - by_size[0][0]) for name in ("files", "bytes"))
    for name in last[1]["rows"]:
        for unit, column, (scale, small), (scale_of_mb, small_of_mb) in MEASURES:
            points = [(count, size["rows"][name]["median"][column]) for count, size in by_size]
            if any(not value for _, value in points):
                continue
            fixed, slope = line(points)
            grown = points[-1][1] / points[-2][1]
            if unit == "MB" and grown < 1.1:
                continue
            plain = unit.split()[-1]
            yield [
                f"{name}, {unit}", f"{fixed:.2f} {plain}", f"{slope * scale:.1f} {small}", f"{slope * scale / files:.1f} {small}",
                f"{slope * scale_of_mb / total * 1e6:.2f} {small_of_mb}", f"{grown:.1f}", f"{fixed + slope * craft:,.0f} {plain}",
            ]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--markdown", action="store_true")
    parser.add_argument("--craft", type=int, default=1_000_000, help="the catalogue to extrapolate to")
    parser.add_argument("--setting", default="plain", help="of builds.py: plain or init")
    parser.add_argument("file", type=pathlib.Path)
    options = parser.parse_args()
    sizes = [size for size in json.loads(options.file.read_text())["sizes"] if size.get("setting", options.setting) == options.setting]
    if len(sizes) < 2:
        parser.error("the file has the figures of one size; two are needed, and three are better")
    times = sizes[-1]["craft"] / sizes[-2]["craft"]
    heading = ["", "fixed", "each craft", "each file", "each MB", f"for {times:.0f} times the craft", f"{options.craft:,} craft"]
    print("\n".join(table(heading, rows(sizes, options.craft), options.markdown)))


if __name__ == "__main__":
    main()
