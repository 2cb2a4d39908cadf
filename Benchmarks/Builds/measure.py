"""Runs commands and says what they took, on which machine, and how the runs of one round compare."""

import json
import os
import pathlib
import platform
import statistics
import subprocess
import sys
from typing import NamedTuple


class Run(NamedTuple):
    seconds: float
    cpu: float
    """User and system seconds of all threads."""
    memory: float | None
    """The peak in MB; none where it says nothing."""
    output: str = ""


def run(command, keep=False):
    """Runs to the end, or ends the script where the command fails.

    keep: the standard output is wanted.
    """
    reader, writer = os.pipe()
    runner = [sys.executable, "-I", "-S", pathlib.Path(__file__).with_name("runner.py"), str(writer), *command]
    process = subprocess.run(runner, pass_fds=[writer], stdout=subprocess.PIPE if keep else subprocess.DEVNULL, text=True)
    os.close(writer)
    with open(reader) as file:
        result = file.read().split()
    if process.returncode != 0 or result[3] != "0":
        sys.exit(f"{' '.join(map(str, command))} failed")
    scale = 1 if platform.system() == "Darwin" else 1024
    return Run(float(result[0]), float(result[1]), int(result[2]) * scale / 1e6, process.stdout or "")


class Rounds:
    """The runs of each row, one a round, so that those of one round met the same machine."""

    def __init__(self):
        self.rows = {}
        self.written = {}

    def add(self, name, measured, written=None):
        self.rows.setdefault(name, []).append(measured)
        if written is not None:
            self.written[name] = written

    def median(self, name):
        columns = list(zip(*((run.seconds, run.cpu) for run in self.rows[name])))
        memory = [run.memory for run in self.rows[name] if run.memory is not None]
        return Run(*map(statistics.median, columns), statistics.median(memory) if memory else None)

    def ratio(self, name, base):
        """The median of the ratios within each round."""
        pairs = zip(self.rows[name], self.rows[base])
        return statistics.median(row.seconds / other.seconds for row, other in pairs)

    def kept(self):
        """For a file of figures."""
        return {
            name: {"median": self.median(name)[:3], "runs": [run[:3] for run in runs], "written": self.written.get(name)}
            for name, runs in self.rows.items()
        }


def first_line(command):
    try:
        result = subprocess.run(command, capture_output=True, text=True, check=False)
    except OSError:
        return None
    return result.stdout.strip().splitlines()[0] if result.stdout.strip() else None


def machine(folder, **versions):
    """What the figures depend on."""
    cpu = first_line(["sysctl", "-n", "machdep.cpu.brand_string"]) if platform.system() == "Darwin" else None
    info = pathlib.Path("/proc/cpuinfo")
    if info.is_file():
        cpu = next((line.split(":", 1)[1].strip() for line in info.read_text().splitlines() if line.startswith("model name")), cpu)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return {
        "cpu": cpu or platform.machine(), "cores": os.cpu_count(), "memory_gib": round(memory, 1),
        "kernel": f"{platform.system()} {platform.release()}", "file_system": first_line(["stat", "-f", "-c", "%T", folder]) or "not known",
        "swift": first_line(["swift", "--version"]), **versions,
    }


def load():
    return round(os.getloadavg()[0], 2)


def tree_size(folder):
    sizes = [os.path.getsize(os.path.join(parent, name)) for parent, _, names in os.walk(folder) for name in names]
    return len(sizes), sum(sizes)


def table(heading, rows, markdown=False):
    """Lines of a table: the first column to the left, the others to the right."""
    cells = [list(map(str, row)) for row in [heading, *rows]]
    if markdown:
        lines = ["| " + " | ".join(row) + " |" for row in cells]
        return [lines[0], "|---|" + "--:|" * (len(heading) - 1), *lines[1:]]
    widths = [max(len(row[column]) for row in cells) for column in range(len(heading))]
    return [
        "  ".join(cell.ljust(width) if column == 0 else cell.rjust(width) for column, (cell, width) in enumerate(zip(row, widths)))
        for row in cells
    ]


def figures(measured):
    """Seconds, CPU seconds and megabytes as a table shows them."""
    return [f"{measured.seconds:.3f}", f"{measured.cpu:.2f}", "–" if measured.memory is None else f"{measured.memory:.0f}"]


def keep(file, machine_, sizes):
    if file:
        file.write_text(json.dumps({"machine": machine_, "sizes": sizes}, indent=1) + "\n")
