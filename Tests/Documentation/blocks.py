"""The fenced blocks of a page in Markdown, each with the note before it that says how it is tested."""

import dataclasses
import re

FENCE = re.compile(r"^(`{3,})([a-z]*)\s*$")
NOTE = re.compile(r"^<!-- test: (.*?) -->$")
WORDS = {"skip", "folder", "first", "file", "append", "replace", "api", "output"}


class Unreadable(Exception):
    """A page or a note that means nothing, with its place."""


@dataclasses.dataclass
class Block:
    page: str
    line: int
    language: str
    text: str
    note: dict

    @property
    def place(self):
        return f"{self.page}:{self.line}"


def note_of(line, place):
    """`folder start; api` as a dictionary; what a word stands for may be empty."""
    found = NOTE.match(line)
    if not found:
        if line.startswith("<!-- test"):
            raise Unreadable(f"{place}: a note is written <!-- test: WORD … -->")
        return {}
    note = {}
    for part in found.group(1).split("; "):
        word, _, value = part.partition(" ")
        if word not in WORDS:
            raise Unreadable(f"{place}: '{word}' is none of {', '.join(sorted(WORDS))}")
        note[word] = value
    if "skip" in note and not note["skip"]:
        raise Unreadable(f"{place}: a block that is not run says why")
    return note


def blocks_of(page, text):
    blocks, lines, start = [], text.split("\n"), None
    for index, line in enumerate(lines):
        fence = FENCE.match(line)
        if start is None and fence:
            start, mark, language = index, fence.group(1), fence.group(2)
        elif start is not None and line == mark:
            before = lines[start - 1] if start else ""
            note = note_of(before, f"{page}:{start}")
            blocks.append(Block(page, start + 1, language, "\n".join(lines[start + 1:index]) + "\n", note))
            start = None
    if start is not None:
        raise Unreadable(f"{page}:{start + 1}: this block does not end")
    notes = sum(line.startswith("<!-- test") for line in lines)
    if notes != sum(bool(block.note) for block in blocks):
        raise Unreadable(f"{page}: a note stands alone; it belongs into the line before a block")
    return blocks
