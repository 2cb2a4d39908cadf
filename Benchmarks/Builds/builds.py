"""Measures builds of synthetic catalogues beside `cp -r` of their own output, in one run.

    python3 Benchmarks/Builds/builds.py [--hangar PATH] [--folder DIR] [--repeats N] [SIZE ...]

For each size: a fresh build, a build in which nothing changed, a build after one craft changed, and a copy of the output. Each is repeated, and the
median is printed, with the ratio to the copy, CPU seconds and peak memory. The folder should be on tmpfs, so that the disk is not what is measured.
"""

import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import catalogue

ROOT = pathlib.Path(__file__).resolve().parents[2]


def run(command):
    """Wall seconds, CPU seconds and peak memory in MB of one process."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - start
    if status != 0:
        sys.exit(f"{' '.join(map(str, command))} failed with status {status}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1000


def snapshot(hangar, site, records, folder):
    source = folder / "records.json"
    source.write_text(json.dumps(records, ensure_ascii=False))
    run([hangar, "fetch", "--quiet", "--site", site, "--from", source])
    source.unlink()


def tree_size(folder):
    files = [path for path in folder.rglob("*") if path.is_file()]
    return len(files), sum(path.stat().st_size for path in files)


def measure(hangar, folder, size, repeats):
    site, output, copy = folder / "site", folder / "output", folder / "copy"
    site.mkdir()
    shutil.copy(ROOT / "Site/hangar.yml", site)
    records = catalogue.make(size)
    snapshot(hangar, site, records, folder)
    build = [hangar, "build", "--quiet", "--site", site, "--output", output]
    rows = {"fresh": [], "unchanged": [], "one changed": [], "cp -r": []}
    for repeat in range(repeats):
        shutil.rmtree(output, ignore_errors=True)
        rows["fresh"].append(run(build))
        rows["unchanged"].append(run(build))
        shutil.rmtree(copy, ignore_errors=True)
        rows["cp -r"].append(run(["cp", "-r", output, copy]))
        records[size // 2]["description"] += f" Changed {repeat + 1}."
        snapshot(hangar, site, records, folder)
        rows["one changed"].append(run(build))
    files, total = tree_size(output)
    report(size, files, total, rows)


def report(size, files, total, rows):
    copied = statistics.median(seconds for seconds, _, _ in rows["cp -r"])
    print(f"\n{size} craft: {files} files, {total / 1e6:.1f} MB; load {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    print(f"{'':12} {'seconds':>9} {'of cp -r':>9} {'CPU s':>8} {'MB':>7}")
    for name, runs in rows.items():
        seconds, cpu, memory = (statistics.median(column) for column in zip(*runs))
        print(f"{name:12} {seconds:9.3f} {seconds / copied:9.2f} {cpu:8.2f} {memory:7.0f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hangar", default=ROOT / ".build/release/hangar", type=pathlib.Path)
    parser.add_argument("--folder", default="/dev/shm" if os.path.isdir("/dev/shm") else None)
    parser.add_argument("--repeats", default=5, type=int)
    parser.add_argument("sizes", nargs="*", type=int, default=[603, 6030, 60300])
    options = parser.parse_args()
    if not options.hangar.is_file():
        sys.exit(f"{options.hangar} is not there: make it with 'swift build --configuration release --product hangar'")
    for size in options.sizes:
        with tempfile.TemporaryDirectory(dir=options.folder) as folder:
            # Where a build remembers the last one.
            os.environ["XDG_CACHE_HOME"] = f"{folder}/cache"
            measure(options.hangar, pathlib.Path(folder), size, options.repeats)


if __name__ == "__main__":
    main()
