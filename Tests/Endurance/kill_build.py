"""Kills builds at random moments, and lets the disk run full under them, and looks each time whether the site is whole.

    python3 Tests/Endurance/kill_build.py [--hangar PATH] [--kills 300] [--full 40] [--craft 150] [--seed N] [--folder DIR]

`hangar build` goes back and forth between two catalogues: craft come, go and change their names and descriptions, with precompressed files. After each
kill (SIGKILL) the tree is read: every file is byte for byte that of one of the two builds (with the method swap: all of one); every link of a
page that can be reached from the home page leads somewhere, for a client that takes gzip and for one that does not; a file of somebody else is
untouched, and `hangar check` finds no fault. Then the next build must end well, its site be clean for `hangar check` and equal to a fresh one; every third time another kill comes first.

The full disk needs the right to mount a tmpfs (root), and is left out, and said so, where that is missing.
"""

import argparse
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time

import sites

STRANGER = "CNAME"
MANIFEST = ".hangar-manifest"


class Site:
    def __init__(self, hangar, folder, states, method):
        self.hangar, self.states, self.method = hangar, states, method
        self.output = folder / "public"
        self.reader = sites.LinkReader()
        self.mixed = self.staged = 0
        sites.build(hangar, states[0][0], self.output)
        # Which of the two stands there, or was to.
        self.current = 0
        (self.output / STRANGER).write_text("example.org")

    def look(self, note):
        """Reads the tree as it stands and fails unless it is whole."""
        files = sites.read(self.output)
        self.staged += (self.output.parent / ".public.staging").exists()
        if files.pop(STRANGER, None) != b"example.org":
            sys.exit(f"{note}: the file of others was touched")
        named = {line.split("\t")[0] for line in files.pop(MANIFEST).decode().split("\n")[1:-1]}
        contents = [content for _, content in self.states]
        origins = {
            path: [number for number in (0, 1) if contents[number].get(path) == content] for path, content in files.items()
        }
        torn = [path for path, origin in origins.items() if not origin]
        if torn:
            sys.exit(f"{note}: {len(torn)} torn or unknown files, {torn[:3]}")
        unnamed = [path for path in files if path not in named]
        if unnamed:
            sys.exit(f"{note}: {len(unnamed)} files that the manifest does not name, {unnamed[:3]}")
        is_whole = any(
            all(number in origin for origin in origins.values()) and len(files) == len(contents[number]) - 1 for number in (0, 1)
        )
        self.mixed += not is_whole
        if self.method == "swap" and not is_whole:
            sys.exit(f"{note}: two builds at once")
        for view, name in ((files, "plain"), (sites.as_gzip_client(files), "gzip")):
            broken = self.reader.dangling(view)
            if broken:
                sys.exit(f"{note}: {len(broken)} dangling links ({name}), {broken[:3]}")
        sites.check(self.hangar, self.output)

    def repair(self, number, note):
        self.current = number
        site, fresh = self.states[number]
        sites.build(self.hangar, site, self.output)
        files = sites.read(self.output)
        files.pop(STRANGER)
        if files != fresh:
            different = [path for path in files.keys() | fresh.keys() if files.get(path) != fresh.get(path)]
            sys.exit(f"{note}: not equal to a fresh build: {different[:3]}")
        left = [path.name for path in self.output.parent.iterdir() if path.name not in ("public", "ballast")]
        if left:
            sys.exit(f"{note}: left behind: {left}")
        sites.check(self.hangar, self.output)


def kill(options, folder, states, method, chance):
    site = Site(options.hangar, folder, states, method)
    duration = 0.0
    for number in (1, 0, 1):
        start = time.monotonic()
        site.repair(number, "before")
        duration = max(duration, time.monotonic() - start)
    kills = runs = 0
    while kills < options.kills:
        runs += 1
        site.current = number = 1 - site.current
        process = subprocess.Popen(
            [options.hangar, "build", "--quiet", "--site", states[number][0], "--output", site.output], stderr=subprocess.PIPE)
        start = time.monotonic()
        if chance.random() < 0.5:
            # Somewhere in the whole run …
            wait = chance.random() * duration
            try:
                process.wait(wait)
            except subprocess.TimeoutExpired:
                pass
        else:
            # … or in its short last part: the manifest is replaced as its first step, by a folder exchanged as its last but one.
            before = stamp(site.output)
            while process.poll() is None and stamp(site.output) == before:
                time.sleep(0.0002)
            time.sleep(chance.random() ** 2 * 0.008)
        process.send_signal(signal.SIGKILL)
        if process.wait() == -signal.SIGKILL:
            kills += 1
        else:
            duration = 0.9 * duration + 0.1 * (time.monotonic() - start)
        site.look(f"{method}, run {runs}")
        if runs % 3:
            site.repair(chance.randrange(2), f"{method}, after run {runs}")
    site.repair(0, "at the end")
    print(
        f"{method}: {kills} kills in {runs} runs; {site.staged} left something in staging, {site.mixed} a site between the two builds; "
        "no torn file, no dangling link, every repair equal to a fresh build", flush=True)


def stamp(output):
    try:
        status = (output / MANIFEST).stat()
    except FileNotFoundError:
        return None
    return status.st_ino, status.st_mtime_ns


def fill(options, folder, states, method, chance):
    """The same for a disk that has room for a part of what a build needs."""
    site = Site(options.hangar, folder, states, method)
    refused = 0
    for run in range(options.full):
        ballast = folder / "ballast"
        space = os.statvfs(folder)
        ballast.write_bytes(bytes(space.f_bavail * space.f_frsize - int(chance.random() ** 2 * options.need)))
        result = sites.build(options.hangar, states[1 - site.current][0], site.output, check=False)
        if result.returncode == 73:
            refused += 1
            if "the disk is full" not in result.stderr:
                sys.exit(f"full disk, {method}, run {run}: {result.stderr}")
        elif result.returncode != 0:
            sys.exit(f"full disk, {method}, run {run}: status {result.returncode}, {result.stderr}")
        site.look(f"full disk, {method}, run {run}")
        ballast.unlink()
        site.repair(chance.randrange(2), f"full disk, {method}, after run {run}")
    print(f"{method}, disk full: {refused} of {options.full} builds refused with status 73; every site whole, every repair equal to a fresh build",
          flush=True)


def on_small_disk(options, parent, states, method, chance):
    mount = parent / "disk"
    mount.mkdir()
    options.need = int(1.5 * max(sum(map(len, content.values())) for _, content in states))
    mounting = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={3 * options.need}", "tmpfs", mount], capture_output=True, text=True)
    if mounting.returncode != 0:
        print(f"{method}, disk full: NOT TESTED, no tmpfs can be mounted: {mounting.stderr.strip()}")
        return
    try:
        fill(options, mount, states, method, chance)
    finally:
        subprocess.run(["umount", mount], check=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hangar", default=sites.ROOT / ".build/release/hangar", type=pathlib.Path)
    parser.add_argument("--kills", default=300, type=int)
    parser.add_argument("--full", default=40, type=int)
    parser.add_argument("--craft", default=150, type=int)
    parser.add_argument("--seed", default=1, type=int)
    parser.add_argument("--folder", default="/dev/shm" if os.path.isdir("/dev/shm") else None)
    parser.add_argument("--methods", nargs="+", default=["in-place", "swap"], choices=["in-place", "swap"])
    options = parser.parse_args()
    options.hangar = options.hangar.resolve()
    for method in options.methods:
        with tempfile.TemporaryDirectory(dir=options.folder) as folder:
            folder = pathlib.Path(folder)
            os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
            states = sites.make(options.hangar, folder / "sites", options.craft, method, "{gzip: 6}", same_paths=False)
            sizes = ", ".join(f"{len(content)} files {sum(map(len, content.values())) / 1e6:.1f} MB" for _, content in states)
            print(f"{method}: {sizes}; seed {options.seed}", flush=True)
            chance = random.Random(options.seed)
            (folder / "killed").mkdir()
            if options.kills:
                kill(options, folder / "killed", states, method, chance)
            if options.full:
                on_small_disk(options, folder, states, method, chance)


if __name__ == "__main__":
    main()
