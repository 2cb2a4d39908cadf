"""Two states of one catalogue as two site folders, and what a build makes of each: for tests that build one over the other again and again."""

import gzip
import json
import pathlib
import posixpath
import re
import subprocess
import sys
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Benchmarks/Builds"))
import catalogue  # noqa: E402


def build(hangar, site, output, check=True):
    result = subprocess.run([hangar, "build", "--quiet", "--site", site, "--output", output], capture_output=True, text=True)
    if check and result.returncode != 0:
        sys.exit(f"build of {site} failed with status {result.returncode}: {result.stderr}")
    return result


def check(hangar, output):
    result = subprocess.run([hangar, "check", output], capture_output=True, text=True)
    if result.returncode != 0:
        sys.exit(f"check of {output} failed: {result.stdout}{result.stderr}")


def make(hangar, folder, size, method, compress, same_paths, base_url="https://example.org/"):
    """Makes `folder/a` and `folder/b` with a snapshot each. Returns for each the site folder and the files that a fresh build of it has.

    With `same_paths` only descriptions differ; else craft also come, go and change their names, so that pages do.
    """
    records = catalogue.make(size)
    changed = json.loads(json.dumps(records))
    for number, record in enumerate(changed):
        if number % 3 == 0:
            record["description"] += " It was looked at again."
        if not same_paths and number % 5 == 1:
            record["name"] += " bis"
    if not same_paths:
        changed = changed[: size - size // 10]
        records = records[size // 10 :]
    states = []
    for name, state in (("a", records), ("b", changed)):
        site = folder / name
        site.mkdir(parents=True)
        (site / "hangar.yml").write_text(
            f"title: Register {name if not same_paths else ''}\nbase_url: {base_url}\npublish: {{method: {method}, compress: {compress}}}\n"
        )
        source = folder / "records.json"
        source.write_text(json.dumps(state))
        subprocess.run([hangar, "fetch", "--quiet", "--site", site, "--from", source], check=True)
        source.unlink()
        build(hangar, site, folder / "fresh")
        check(hangar, folder / "fresh")
        states.append((site, read(folder / "fresh")))
        remove(folder / "fresh")
    return states


def remove(folder):
    subprocess.run(["rm", "-rf", folder], check=True)


def read(folder):
    """All files by path; the manifest too."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


LINK = re.compile(rb"""<[a-z][^>]*?\s(?:href|src)=(?:"([^"]*)"|'([^']*)'|([^\s>]+))""")


class LinkReader:
    """Follows links from the home page through a tree of files, as a browser would that a static server answers."""

    def __init__(self):
        self.known = {}

    def links(self, page):
        if page not in self.known:
            found = {next(filter(None, groups), b"").decode() for groups in LINK.findall(page)}
            self.known[page] = [link.replace("&amp;", "&") for link in found]
        return self.known[page]

    def dangling(self, files):
        """(page, link) for each link of a page that can be reached and that leads to nothing."""
        if "index.html" not in files:
            return []
        broken, seen, waiting = [], {"index.html"}, ["index.html"]
        while waiting:
            page = waiting.pop()
            for link in self.links(files[page]):
                parts = urllib.parse.urlsplit(link)
                if parts.scheme or parts.netloc or not parts.path:
                    continue
                path = urllib.parse.unquote(parts.path)
                target = posixpath.normpath(posixpath.join("/", posixpath.dirname(page), path)).lstrip("/")
                if path.endswith(("/", "/.", "/..")) or path in (".", "..") or not target:
                    target = posixpath.join(target, "index.html") if target else "index.html"
                if target not in files:
                    broken.append((page, link))
                elif target not in seen:
                    seen.add(target)
                    if target.endswith(".html"):
                        waiting.append(target)
        return broken


def as_gzip_client(files):
    """The tree as a client sees it whom the server sends precompressed files: each file as that one has it."""
    return {
        path: gzip.decompress(files[path + ".gz"]) if path + ".gz" in files else content
        for path, content in files.items()
        if not path.endswith(".gz")
    }
