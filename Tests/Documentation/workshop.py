"""The throw-away folder in which blocks are run, and the API that answers on 127.0.0.1."""

import os
import pathlib
import re
import subprocess
import tempfile


class Failed(Exception):
    """What a block did instead of what it should."""


def pattern(expected):
    """Expected output as a regular expression: `…` stands for anything in a line, a line of it for any lines, a time in seconds for any."""
    lines = []
    for line in expected.rstrip("\n").split("\n"):
        if line.strip() == "…":
            lines.append(r"(?s:.*?)")
            continue
        words = re.escape(line.rstrip()).replace("…", r".*?")
        lines.append(re.sub(r"in\\ \d+(\\\.\d+)?\\ s", r"in \\d+(\\.\\d+)? s", words))
    return re.compile(r"\n".join(lines) + r"\n*")


def compare(expected, actual):
    # Spaces at which no line breaks look like others on a page.
    actual = "\n".join(line.rstrip() for line in actual.replace("\u00a0", " ").replace("\u202f", " ").split("\n"))
    if not pattern(expected).fullmatch(actual.rstrip("\n")):
        raise Failed(f"--- the page says\n{expected.rstrip()}\n--- this was said\n{actual.rstrip()}")


class Workshop:
    def __init__(self, program, repository):
        self.repository = repository
        self.disk = tempfile.TemporaryDirectory(prefix="hangar-documentation-")
        self.root = pathlib.Path(self.disk.name)
        self.folders = {}
        self.api = None
        for name in ("bin", "home", "folders"):
            (self.root / name).mkdir()
        (self.root / "bin/hangar").symlink_to(pathlib.Path(program).resolve())
        self.environment = {
            "PATH": f"{self.root}/bin:{os.environ['PATH']}", "HOME": f"{self.root}/home", "LANG": "C.UTF-8",
            "USER": os.environ.get("USER", "root"), "REPOSITORY": str(repository),
        }

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.api:
            self.api.terminate()
            self.api.wait()
        self.disk.cleanup()

    def folder(self, name=None):
        """The folder of this name, or a new one."""
        key = name or len(self.folders)
        if key not in self.folders:
            self.folders[key] = self.root / "folders" / str(len(self.folders))
            self.folders[key].mkdir()
        return self.folders[key]

    def api_address(self):
        """Starts the API's routes over the example site, as `hangar serve` has them."""
        if not self.api:
            command = [f"{self.root}/bin/hangar", "serve", "--site", str(self.repository / "Site"), "--port", "0"]
            self.api = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=self.environment)
            found = re.search(r"http://127\.0\.0\.1:\d+/", self.api.stdout.readline())
            if not found:
                raise Failed("the API on 127.0.0.1 does not start")
            self.address = found.group() + "2.3.0/"
        return self.address

    def shell(self, script, folder, with_api=False, expects_success=True):
        """Runs a script of bash, and returns what it said on both outputs."""
        if not with_api and re.search(r"\bhangar (fetch|update)\b(?!.*--(from|help))", script):
            raise Failed("it asks the API; its note needs 'api'")
        if outside := re.search(r"(?<![\w.~/])/(srv|etc|var|usr|opt|root|home)/", script):
            raise Failed(f"it names a folder of the machine, {outside.group()}")
        environment = self.environment | ({"HANGAR_SOURCE_URL": self.api_address()} if with_api else {})
        try:
            done = subprocess.run(
                ["bash", "-euo", "pipefail", "-c", script], cwd=folder, env=environment, text=True, stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=300)
        except subprocess.TimeoutExpired:
            raise Failed("it does not end within 300 s") from None
        if done.returncode and expects_success:
            raise Failed(f"--- status {done.returncode}\n{done.stdout.rstrip()}")
        return done.stdout
