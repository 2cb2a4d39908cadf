#!/usr/bin/env python3
"""Kills `hangar update` with SIGKILL at random moments and looks at what is left.

    python3 Tests/Endurance/kill_update.py [--hangar PATH] [--kills 100] [--craft 603] [--seed N]

Before each run the source changes, in its records and in the names of its pictures, so that every run has something to write everywhere. After each
kill the snapshot and the history must be those of before the run or those that a whole run writes, line by line; the published site must be whole
(`hangar check` ends with status 0, and says nothing but that a build was interrupted). After the next run, which must succeed, the check says nothing
at all, and nothing may lie in the site folder or beside the output that a run without a kill does not leave. Ends with status 0 if all of it held.
The seed is printed; a run with it is repeated as far as the moments of the kills go.
"""

import argparse
import json
import os
import pathlib
import random
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import sites  # noqa: E402
from stub_api import StubAPI  # noqa: E402

CONFIGURATION = """title: Endurance
base_url: https://endurance.example/
images:
  delivery: copy
  licences: {public_domain: copy, attribution: copy, share_alike: copy, agency_terms: copy, unknown: copy}
"""


class Trial:
    def __init__(self, hangar, folder, stub):
        self.hangar, self.folder, self.stub = hangar, folder, stub
        self.site, self.output = folder / "site", folder / "public"
        self.site.mkdir()
        (self.site / "hangar.yml").write_text(CONFIGURATION)
        self.command = [hangar, "update", "--site", self.site, "--output", self.output, "--from", stub.root]
        self.interrupted = (
            f"hangar: warning: {self.output}: a build was interrupted, or is still at work. Run hangar build to finish it.\n"
        )

    def update(self):
        return subprocess.run(self.command, capture_output=True, text=True)

    def kill_after(self, seconds):
        """Whether the kill came before the end."""
        process = subprocess.Popen(self.command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
        process.wait()
        return process.returncode == -signal.SIGKILL

    def check(self):
        """What `hangar check` says of the published site, which must be whole."""
        outcome = subprocess.run([self.hangar, "check", self.output], capture_output=True, text=True)
        expect(outcome.returncode == 0, f"hangar check: status {outcome.returncode}\n{outcome.stderr}")
        return outcome.stderr

    def snapshot(self):
        """Without the time of the fetch."""
        lines = (self.site / "data/snapshot.json").read_text().split("\n")
        json.loads("\n".join(lines))
        return [line for line in lines if '"fetched_at"' not in line]

    def history(self):
        text = (self.site / "data/history.jsonl").read_text()
        assert text.endswith("\n"), "the history's last line is cut off"
        return [dict(json.loads(line), date=None) for line in text.splitlines()]

    def tree(self):
        """Every file but the pages and the pictures, whose names say what they are."""
        beside = [str(path.relative_to(self.folder)) for path in self.folder.rglob("*") if self.output not in path.parents]
        hidden = [str(path.relative_to(self.folder)) for path in self.output.rglob(".*")]
        return sorted(path for path in beside + hidden if not path.startswith("site/data/pictures/"))

    def pictures(self):
        return sorted(path.name for path in (self.site / "data/pictures").iterdir())


def expect(condition, what):
    if not condition:
        raise AssertionError(what)


def succeed(trial, what):
    outcome = trial.update()
    expect(outcome.returncode == 0, f"{what}: status {outcome.returncode}\n{outcome.stderr}")
    return outcome


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hangar", default=sites.ROOT / ".build/release/hangar", type=pathlib.Path)
    parser.add_argument("--kills", default=100, type=int)
    parser.add_argument("--craft", default=603, type=int)
    parser.add_argument("--seed", default=random.randrange(1_000_000), type=int)
    options = parser.parse_args()
    hangar, times = options.hangar.resolve(), options.kills
    chance = random.Random(options.seed)
    print(f"seed {options.seed}: {times} kills, {options.craft} craft", flush=True)
    stub = StubAPI(options.craft, with_pictures=True)
    with tempfile.TemporaryDirectory(prefix="hangar-endurance-") as name, tempfile.TemporaryDirectory(prefix="hangar-cache-") as cache:
        os.environ["XDG_CACHE_HOME"] = cache
        trial = Trial(hangar, pathlib.Path(name), stub)
        succeed(trial, "first update")
        stub.variant += 1
        start = time.monotonic()
        succeed(trial, "second update")
        whole = time.monotonic() - start
        tree = trial.tree()
        counts = {"killed": 0, "ended before": 0, "new snapshot": 0, "new history, old snapshot": 0, "old": 0, "site between two builds": 0}
        while counts["killed"] < times:
            expect(counts["ended before"] < 10 * times, "the runs end before they can be killed")
            stub.variant += 1
            old_snapshot, old_history = trial.snapshot(), trial.history()
            if not trial.kill_after(chance.uniform(0, whole * 1.05)):
                counts["ended before"] += 1
                continue
            counts["killed"] += 1
            snapshot, history = trial.snapshot(), trial.history()
            said = trial.check()
            expect(said in ("", trial.interrupted), f"hangar check: {said}")
            counts["site between two builds"] += said != ""
            succeed(trial, "the run after the kill")
            new_snapshot, new_history = trial.snapshot(), trial.history()
            expect(snapshot in (old_snapshot, new_snapshot), "the snapshot is neither the old nor the new")
            expect(history in (old_history, new_history), "the history is neither the old nor the new")
            expect(snapshot == old_snapshot or history == new_history, "the snapshot is new, and its history is lost")
            expect(new_history[: len(old_history)] == old_history, "the history lost lines")
            expect(trial.tree() == tree, f"litter: {sorted(set(trial.tree()) ^ set(tree))}")
            ids = [name.rsplit("-", 1)[0] for name in trial.pictures()]
            expect(len(ids) == len(set(ids)), "a picture has more than one file")
            expect(trial.check() == "", "hangar check has something to say of the site after the next run")
            counts["new snapshot" if snapshot == new_snapshot else "new history, old snapshot" if history == new_history else "old"] += 1
        print(", ".join(f"{what}: {count}" for what, count in counts.items()), f"; a whole run takes {whole:.2f} s")
    stub.stop()


if __name__ == "__main__":
    main()
