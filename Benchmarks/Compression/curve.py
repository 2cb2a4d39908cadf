"""Compresses the text files of a built site at every level, and prints what each takes and gives.

    python3 Benchmarks/Compression/curve.py [--hangar PATH] [--craft N] [--slow] [--markdown]

The site is that of `Benchmarks/Builds`: a synthetic catalogue of 603 craft. The compressing is done by encoders.c, which says how; it needs a C compiler
and the headers of zlib, libdeflate, brotli and zstd (apt: zlib1g-dev, libdeflate-dev, libbrotli-dev, libzstd-dev). Times are processor time, and stand
beside those of zlib at 9 with brotli at 9: a figure of seconds says nothing on another machine.
"""

import argparse
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "Builds"))
import measure  # noqa: E402
from sites import ROOT, Site, check_hangar  # noqa: E402

TYPES = {".html", ".css", ".js", ".json", ".xml", ".svg", ".txt", ".csv"}
SMALLEST = 1024
CURVE = (
    [f"gzip-zlib:{level}" for level in range(1, 10)] + [f"gzip:{level}" for level in range(1, 13)]
    + [f"brotli:{level}" for level in range(10)] + [f"zstd:{level}" for level in (1, 3, 5, 6, 9, 12, 15)]
)
VARIANTS = ["gzip-alone:6", "brotli-alone:5", "brotli-alone:6", "brotli-generic:5", "brotli-16:5", "brotli-17:5", "brotli-18:5", "brotli-22:5", "brotli-alone:9"]
SLOW = ["brotli:10", "brotli:11", "zstd:19"]
PAIRS = [
    ("gzip-zlib:9", "brotli-alone:9"), ("gzip-zlib:9", "brotli-alone:6"), ("gzip-zlib:6", "brotli-alone:5"), ("gzip:9", "brotli:9"), ("gzip:8", "brotli:6"),
    ("gzip:7", "brotli:6"), ("gzip:7", "brotli:5"), ("gzip:6", "brotli:6"), ("gzip:6", "brotli:5"), ("gzip:5", "brotli:5"), ("gzip:4", "brotli:5"),
    ("gzip:6", "brotli:4"),
]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hangar", default=ROOT / ".build/release/hangar", type=pathlib.Path, help="the command that builds the site")
    parser.add_argument("--craft", default=603, type=int)
    parser.add_argument("--slow", action="store_true", help="brotli 10 and 11 and zstd 19 too, which take a minute")
    parser.add_argument("--markdown", action="store_true", help="print the tables as Markdown")
    options = parser.parse_args()
    check_hangar(options.hangar)
    with tempfile.TemporaryDirectory(dir="/dev/shm" if pathlib.Path("/dev/shm").is_dir() else None) as name:
        folder = pathlib.Path(name)
        site = Site(options.hangar, folder, options.craft, compressed=False)
        subprocess.run(site.build, check=True)
        files = sorted(
            file for file in site.output.rglob("*") if file.is_file() and file.suffix in TYPES and file.stat().st_size >= SMALLEST)
        encoders = CURVE + VARIANTS + SLOW * options.slow
        report(options, files, encoders, figures(folder, files, encoders))


def figures(folder, files, encoders):
    """For each encoder its seconds and bytes in each class of files: below 16 KB, below 32 KB, the rest."""
    libraries = ["zlib", "libdeflate", "libbrotlienc", "libzstd"]
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", *libraries], check=True, capture_output=True, text=True).stdout.split()
    subprocess.run(["cc", "-O2", "-o", folder / "encoders", HERE / "encoders.c", *flags], check=True)
    lines = subprocess.run(
        [folder / "encoders", *encoders], input="".join(f"{file}\n" for file in files), check=True, capture_output=True, text=True).stdout
    rows = (line.split() for line in lines.splitlines())
    return {row[0]: [(float(row[at]), int(row[at + 1])) for at in range(1, len(row), 2)] for row in rows}


def report(options, files, encoders, found):
    sizes = [file.stat().st_size for file in files]
    classes = [sum(size for size in sizes if low <= size < high) for low, high in ((0, 16 << 10), (16 << 10, 32 << 10), (32 << 10, 1 << 60))]
    total = sum(sizes)
    base = sum(seconds for name in PAIRS[0] for seconds, _ in found[name])
    print(f"{len(files)} files, {total / 1e6:.1f} MB; of them {sum(size < 16 << 10 for size in sizes)} below 16 KB, "
          f"{sum(16 << 10 <= size < 32 << 10 for size in sizes)} from 16 to 32 KB")

    def row(name):
        """Time and size for all files, and where the smaller ones are left out: they are then sent as they are."""
        cells = [name.replace(":", " ")]
        for left_out in range(3):
            seconds = sum(seconds for seconds, _ in found[name][left_out:])
            size = sum(size for _, size in found[name][left_out:]) + sum(classes[:left_out])
            cells += [f"{100 * seconds / base:.1f} %", f"{100 * size / total:.2f} %"]
        return cells

    heading = ["encoder and level", "time", "size", "time, 16 KB up", "size", "time, 32 KB up", "size"]
    print("", *measure.table(heading, [row(name) for name in encoders], options.markdown), sep="\n")
    smallest = sum(size for name in PAIRS[0] for _, size in found[name])
    pairs = []
    for pair in PAIRS:
        seconds, size = (sum(figure[at] for name in pair for figure in found[name]) for at in (0, 1))
        pairs.append([" + ".join(pair).replace(":", " "), f"{100 * seconds / base:.0f} %", f"{100 * (size / smallest - 1):+.2f} %"])
    print("", *measure.table(["both", "time", "bytes of both"], pairs, options.markdown), sep="\n")


if __name__ == "__main__":
    main()
