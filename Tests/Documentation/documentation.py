"""Runs what README.md and Documentation/*.md show: commands, files that are put where the page says, templates.

    python3 Tests/Documentation/documentation.py PROGRAM [PAGE …]

By the language of a block:

    sh        is run by bash, in a new folder
    console   each line that begins with '$ ' is run, and says what stands below it
    mustache  is rendered with the block of JSON after it, and gives the block after that
    yaml      can be read as hangar.yml, or as a part of it
    json      is JSON
    others    are not run, for the reasons in ELSEWHERE

A comment in the line before a block, which no reader sees, says what is different: <!-- test: WORD VALUE; WORD VALUE -->

    skip REASON     the block is not run, and the reason is told
    folder NAME     it is run in the folder of this name, which all blocks of the page share that name it
    first COMMAND   this is run before it, and no reader sees it; $REPOSITORY is the folder of this repository
    api             the API is asked, which answers on 127.0.0.1 with the records of the example site
    file PATH       the block is the content of this file; append PATH adds it at its end; replace PATH puts each line 'key: …' of it in the
                    place of that of the same key
    output          the block is what the block of commands before it says: '…' stands for anything, and any time in seconds will do

The first block that does not do what it should ends the run with status 1. So do links to files and headings that are not there.
"""

import collections
import json
import pathlib
import re
import sys

from blocks import Unreadable, blocks_of
from links import broken
from workshop import Failed, Workshop, compare

ROOT = pathlib.Path(__file__).resolve().parents[2]
SMALLEST = "title: The Spacecraft Register\nbase_url: https://example.org/\n"
ELSEWHERE = {
    "": "no command",
    "aws": "Tests/Servers/copies.py runs it", "rclone": "Tests/Servers/copies.py runs it",
    "nginx": "Tests/Servers/run.py runs it", "caddyfile": "Tests/Servers/run.py runs it", "apache": "Tests/Servers/run.py runs it",
    "cron": "cron reads it", "swift": "the tests of the library run it",
}


class Page:
    """The blocks of one page, one after another."""

    def __init__(self, blocks, workshop):
        self.blocks, self.workshop = blocks, workshop
        self.said = None
        self.used = set()

    def run(self, index):
        """Runs a block, and returns why not if it does not."""
        block = self.blocks[index]
        note = block.note
        if "skip" in note:
            return note["skip"]
        folder = self.workshop.folder(f"{block.page} {note['folder']}" if "folder" in note else None)
        if "first" in note:
            self.said = self.workshop.shell(note["first"], folder)
        if "output" in note:
            if self.said is None:
                raise Failed("no commands were run before it")
            return compare(block.text, self.said)
        for word in ("file", "append", "replace"):
            if word in note:
                return getattr(self, word)(block, folder / note[word])
        if index in self.used:
            return None
        if block.language == "sh":
            self.said = self.workshop.shell(block.text, folder, "api" in note)
        elif block.language == "console":
            self.console(block, folder, "api" in note)
        elif block.language == "mustache":
            self.mustache(index, folder)
        elif block.language == "yaml":
            given = "" if re.search(r"^title:", block.text, re.M) else SMALLEST
            (folder / "hangar.yml").write_text(given + block.text)
            self.workshop.shell("hangar config", folder)
        elif block.language == "json":
            json.loads(block.text)
        elif block.language in ELSEWHERE:
            return ELSEWHERE[block.language]
        else:
            raise Failed(f"nothing says how a block of '{block.language}' is tested; give it a note")
        return None

    def file(self, block, path):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.text)

    def append(self, block, path):
        path.write_text(path.read_text() + block.text)

    def replace(self, block, path):
        text = path.read_text()
        for line in block.text.splitlines():
            key = line.partition(":")[0]
            text, count = re.subn(rf"^{re.escape(key)}:.*$", lambda _: line, text, flags=re.M)
            if count != 1:
                raise Failed(f"{path.name} has {count} lines that begin with '{key}:'")
        path.write_text(text)

    def console(self, block, folder, with_api):
        said, expected = "", None
        for line in block.text.splitlines() + ["$ :"]:
            if not line.startswith("$ "):
                if expected is None:
                    raise Failed("a console begins with '$ ' and a command")
                expected += line + "\n"
                continue
            if expected is not None:
                compare(expected, said)
            said, expected = self.workshop.shell(line[2:], folder, with_api, expects_success=False), ""

    def mustache(self, index, folder):
        following = self.blocks[index + 1:index + 3]
        if [block.language for block in following] not in (["json", "html"], ["json", "text"]):
            raise Failed("neither data (json) and a result (html, text) follow it, nor does a note say where it belongs")
        (folder / "page.html.mustache").write_text(self.blocks[index].text)
        (folder / "data.json").write_text(following[0].text)
        self.used |= {index + 1, index + 2}
        compare(following[1].text, self.workshop.shell("hangar render page.html.mustache --data data.json", folder))


def main():
    names = sys.argv[2:] or ["README.md"] + sorted(f"Documentation/{path.name}" for path in (ROOT / "Documentation").glob("*.md"))
    others = ["CONTRIBUTING.md", "CHANGELOG.md"] + [str(path.relative_to(ROOT)) for path in ROOT.glob("*/**/README.md") if ".build" not in str(path)]
    if lost := [link for name in names + (others if len(sys.argv) < 3 else []) for link in broken(ROOT, name)]:
        print("\n".join(lost), file=sys.stderr)
        return 1
    reasons = collections.defaultdict(list)
    ran = 0
    try:
        pages = [blocks_of(name, (ROOT / name).read_text()) for name in names]
        with Workshop(sys.argv[1], ROOT) as workshop:
            for blocks in pages:
                page = Page(blocks, workshop)
                for index, block in enumerate(blocks):
                    try:
                        reason = page.run(index)
                    except (Failed, OSError, ValueError) as failure:
                        print(f"{block.place}: this block does not do what it should\n{block.text.rstrip()}\n{failure}", file=sys.stderr)
                        return 1
                    if reason:
                        reasons[reason].append(block.place)
                    else:
                        ran += 1
    except Unreadable as fault:
        print(fault, file=sys.stderr)
        return 1
    for reason, places in sorted(reasons.items(), key=lambda entry: (-len(entry[1]), entry[0])):
        print(f"not run, {reason}: {', '.join(places)}")
    print(f"{ran} blocks of {len(names)} pages ran, {sum(map(len, reasons.values()))} did not")
    return 0


if __name__ == "__main__":
    sys.exit(main())
