#!/usr/bin/env python3
"""Looks for English in the texts of a finished site in another language.

    Tests/Words/foreign.py LANGUAGE OUTPUT SITE

OUTPUT is a site that `hangar build` has made from the site folder SITE in that language. The texts are those of pages with their attributes that
people read, of what scripts say, of structured data, feeds, the search description, and of titles and descriptions in the descriptions of the
downloads. From each text the data's own is taken away: whole values of the snapshot, the history and the configuration, and sentences of its
descriptions. The names of statuses, types and countries do not count as data, for the words have them. What is left is

- in a language of another script, each word in Latin letters;
- in one of this script, each word that the English words have and the words of the language do not, and that no date of the language has.

Each is printed once with the first file and the text that has it, and how many have it. Ends with 1 if there are any. What stands in `ALLOWED` is the
same in all languages.
"""

import argparse
import collections
import contextlib
import html
import json
import pathlib
import re
import sqlite3
import sys
import xml.etree.ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
OTHER_SCRIPTS = {"ru", "ja", "ar"}
# Names of formats, of what they come from, units and zones: nothing of it has another name in another language.
ALLOWED = {
    "API", "Atom", "BY", "CC", "CSV", "Hangar", "HTML", "ISO", "JSON", "NC", "ND", "RFC", "SA", "SQLite", "UTC", "UTF", "UUID", "kg", "km", "min", "null",
}
ALLOWED_TOGETHER = ("CSV on the Web", "Data Package", "Frictionless Data", "JSON Feed", "JSON Schema", "Launch Library", "The Space Devs")
# The kinds of records whose names the words have, by the ids of the source.
TRANSLATED = {"spacecraft_status", "spacecraft_configuration_type", "agency_type", "country"}
READ_ATTRIBUTES = {"alt", "title", "aria-label", "aria-description", "aria-roledescription", "placeholder", "label", "summary", "abbr", "content"}
# What is at least this long and stands in a description is a piece of it, and no word that both happen to have.
LONG = 24
WORD = re.compile(r"[A-Za-z][A-Za-z'’]*[A-Za-z]")
PART = re.compile(r"(?s)<!--.*?-->|<!doctype[^>]*>|<(/?)([A-Za-z][A-Za-z0-9-]*)((?:[^>\"]|\"[^\"]*\")*)>|([^<]+)")
ATTRIBUTE = re.compile(r"([^\s=\"]+)(?:=\"([^\"]*)\")?")
LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
RUN = re.compile(r"[A-Za-z0-9]+")
# Names of files and of fields: spacecraft.csv, data/history.jsonl, crew_capacity, spacecraft_config.name, status__ids.
NAME = re.compile(r"(?<![A-Za-z])(?:[a-z0-9-]+/)*[a-z0-9]+(?:[_.]+[a-z0-9]+|-[a-z0-9]+(?=[-.][a-z]))+(?![A-Za-z])")


class Page:
    """The texts of a page. One that is said to be in English is the source's, and `foreign` has it."""

    VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
    # A text goes on over these.
    INLINE = {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "i", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "u"}

    def __init__(self, text):
        self.texts, self.foreign, self.scripts, self.open, self.parts = [], [], [], [], []
        # The pages are what the program writes: each attribute in double quotes, no element left open.
        for closing, tag, attributes, data in PART.findall(text):
            if tag and closing:
                self.handle_endtag(tag)
            elif tag:
                self.handle_starttag(tag, [(name, html.unescape(value)) for name, value in ATTRIBUTE.findall(attributes)])
            elif self.open and self.open[-1][0] in {"script", "style"}:
                self.scripts.append((self.open[-1][0], data))
            elif data:
                self.parts.append(html.unescape(data))
        self.end()

    def end(self):
        text = " ".join("".join(self.parts).split())
        self.parts = []
        if text:
            (self.foreign if any(language == "en" for _, language in self.open) else self.texts).append(text)

    def handle_starttag(self, tag, attributes):
        if tag not in self.INLINE or dict(attributes).get("lang"):
            self.end()
        given = dict(attributes)
        language = given.get("lang")
        if tag not in self.VOID:
            self.open.append((tag, language.split("-")[0] if language else None))
        for name, value in attributes:
            if not value or name == "content" and not self.is_read(given):
                continue
            if name in READ_ATTRIBUTES or name.startswith("data-") and not self.is_for_scripts(name, value):
                (self.foreign if any(language == "en" for _, language in self.open) else self.texts).append(" ".join(value.split()))

    @staticmethod
    def is_read(given):
        return (given.get("name") or given.get("property") or "").removeprefix("og:").removeprefix("twitter:") in {"description", "title", "image:alt", "site_name"}

    @staticmethod
    def is_for_scripts(name, value):
        """Addresses, numbers, keys. Whatever has a space or a letter beyond ASCII is for people."""
        return name == "data-kinds" or value.isascii() and " " not in value.strip() and (value.islower() or "/" in value or not WORD.search(value))

    def handle_endtag(self, tag):
        if tag not in self.INLINE:
            self.end()
        for place in reversed(range(len(self.open))):
            if self.open[place][0] == tag:
                if self.open[place][1]:
                    self.end()
                del self.open[place:]
                break


def strings(value, keys=None):
    """All texts in a value at any depth; with keys, those of these members."""
    if isinstance(value, str):
        return [value] if keys is None else []
    if isinstance(value, list):
        return [text for item in value for text in strings(item, keys)]
    if isinstance(value, dict):
        return [
            text for key, item in value.items()
            for text in ([item] if keys and key in keys and isinstance(item, str) else strings(item, None if keys is None else keys))]
    return []


def texts_of(path, content):
    """The texts of a file that people read, and those that are said to be in English."""
    if path.suffix == ".html":
        page = Page(content)
        texts = list(page.texts)
        for kind, script in page.scripts:
            if kind == "script" and script.lstrip().startswith(("{", "[")):
                texts += strings(json.loads(script), {"name", "description", "headline", "category", "caption", "alternateName", "about", "text", "creditText", "title"})
        return texts, page.foreign
    if path.suffix == ".xml":
        root = xml.etree.ElementTree.fromstring(content)
        names = {"title", "summary", "content", "subtitle", "rights", "name", "ShortName", "LongName", "Description"}
        found = []
        for element in root.iter():
            found += [element.get("label")] if element.get("label") else []
            if element.tag.split("}")[-1] in names and element.text:
                page = Page(element.text)
                found += page.texts
        return found, []
    if path.suffix in {".json", ".webmanifest"}:
        value = json.loads(content)
        if path.name == "search.json":
            # Scripts put values in place of the braces.
            return [re.sub(r"\{[^}]*\}", " ", text) for text in strings(value["words"])], []
        if path.name == "feed.json" or path.parent.name == "feed" or path.parent.parent.name == "feed":
            return [text for item in strings(value, {"title", "summary", "content_text", "content_html", "description", "name"}) for text in Page(item).texts], []
        if path.name.endswith(".schema.json"):
            # The title of an item that is found by its place is its name.
            return [text for text in strings(value, {"title", "description"}) if not re.fullmatch("[a-z_]+", text)], []
        if path.name in {"csv-metadata.json", "datapackage.json"} or path.suffix == ".webmanifest":
            return strings(value, {"title", "description", "dc:title", "dc:description", "rdfs:comment", "short_name"}), []
    return [], []


def data_of(site):
    """The whole values of the data, and the descriptions in which sentences are looked for."""
    records = json.loads((site / "data/snapshot.json").read_text())
    texts = [text for kind, value in records.items() if kind not in TRANSLATED for text in strings(value)]
    history = site / "data/history.jsonl"
    for line in history.read_text().splitlines() if history.exists() else []:
        change = json.loads(line)
        texts += strings({key: value for key, value in change.items() if key not in {"kind", "event", "date"}}, {"name", "from", "to"})
    texts += re.findall(r"(?m)^(?:title|description): (.*)$", (site / "hangar.yml").read_text())
    values, descriptions = set(), set()
    for text in set(texts):
        text = " ".join((" ".join(Page(text).texts) if "<" in text else text).split())
        (values if len(text) <= 60 else descriptions).add(text)
    return values, sorted(descriptions)


class Data:
    def __init__(self, site):
        values, self.descriptions = data_of(site)
        # By the first word, the longest first.
        self.values = collections.defaultdict(list)
        for value in sorted(values, key=len, reverse=True):
            if begin := RUN.search(value):
                self.values[begin[0]].append((value, begin.start()))
        self.all = "\n".join(self.descriptions)
        self.whole = set(self.descriptions)
        self.starts = "\n".join(["", *values])
        self.known = {}

    def without(self, text):
        if text not in self.known:
            self.known[text] = self.cut(text)
        return self.known[text]

    def cut(self, text):
        plain = re.sub(r"[\u2066-\u2069\u200e\u200f\u00ad\u2060]", "", text).replace("\u00a0", " ")
        plain = re.sub(r"https?://\S+|\S+@\S+", "\0", plain)
        # A name may be cut as a description is.
        short = plain.rstrip("…")
        if plain in self.whole or len(short) >= LONG and short in self.all or short != plain and "\n" + short in self.starts:
            return ""
        # The sentences of a description, from the longest run of words that stands in it.
        for run in re.findall(r"[^\0]{30,}", plain):
            for description in self.descriptions:
                start = self.common(run, description)
                if start:
                    plain = plain.replace(start, "\0")
                    break
        plain = self.without_values(NAME.sub("\0", plain))
        for name in ALLOWED_TOGETHER:
            plain = plain.replace(name, "\0")
        return plain

    def without_values(self, text):
        left, place = [], 0
        for run in RUN.finditer(text):
            if run.start() < place:
                continue
            for value, begin in self.values.get(run[0], ()):
                start = run.start() - begin
                end = start + len(value)
                if start >= place and text.startswith(value, start) and not (end < len(text) and RUN.match(text[end]) and RUN.match(value[-1])):
                    left += [text[place:start], "\0"]
                    place = end
                    break
        return "".join([*left, text[place:]])

    @staticmethod
    def common(run, description):
        """The start of a description that a text has, cut at a word, if it is longer than a few words."""
        place = run.find(description[:LONG])
        if place < 0:
            return None
        length = 0
        while place + length < len(run) and length < len(description) and run[place + length] == description[length]:
            length += 1
        return run[place : place + length]


def names_of_fields(folder):
    """The names of tables, columns and fields of the source, and what JSON has for a truth."""
    names = {"true", "false", "index"}
    with contextlib.closing(sqlite3.connect(folder / "spacecraft.sqlite")) as database:
        for (table,) in database.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')").fetchall():
            names |= {table, *(column[1] for column in database.execute(f"PRAGMA table_info({table})"))}
    package = json.loads((folder / "datapackage.json").read_text())
    names |= {part for source in strings(package, {"source"}) for part in re.split(r"[.\[\]]+", source)}
    return names


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("language")
    parser.add_argument("output", type=pathlib.Path)
    parser.add_argument("site", type=pathlib.Path)
    options = parser.parse_args()
    data = Data(options.site)
    words = {language: (ROOT / f"Templates/words/{language}.yml").read_text() for language in ("en", options.language)}
    said = {language: "\n".join(re.findall(r'(?m)"((?:[^"\\]|\\.)*)"\s*$', text)).replace("\\_", " ") for language, text in words.items()}
    english = {word.lower() for word in WORD.findall(re.sub(r"\{[^}]*\}", " ", said["en"]))}
    # The words in a name are not words of the language.
    named = re.compile("|".join([r"\{[^}]*\}", *ALLOWED_TOGETHER]))
    own = {word.lower() for word in LETTERS.findall(named.sub(" ", said[options.language]))}
    fields = names_of_fields(options.output / "data")
    found, count = {}, collections.Counter()
    marked = 0
    files = texts_read = 0
    for path in sorted(options.output.rglob("*")):
        if path.suffix not in {".html", ".xml", ".json", ".webmanifest"} or not path.is_file():
            continue
        files += 1
        texts, foreign = texts_of(path, path.read_text())
        # Columns and tables have their names on the page of the data, and in the files beside it.
        names = fields if path.relative_to(options.output).parts[0] == "data" else set()
        marked += len(foreign)
        for text in foreign:
            # What is said to be in English must be the source's.
            left = data.without(text).replace("\0", "").strip(" .…")
            if WORD.search(left):
                found.setdefault(("lang=en", left[:60]), (path, text))
                count["lang=en", left[:60]] += 1
        for text in texts:
            texts_read += 1
            for word in LETTERS.findall(data.without(text)) if options.language not in OTHER_SCRIPTS else WORD.findall(data.without(text)):
                if not WORD.fullmatch(word) or word in ALLOWED or word in names or options.language not in OTHER_SCRIPTS and (word.lower() not in english or word.lower() in own):
                    continue
                found.setdefault(("", word), (path, text))
                count["", word] += 1
    for key, (path, text) in sorted(found.items()):
        print(f"{' '.join(key).strip()} ({count[key]}): {path.relative_to(options.output)}: {text[:160]}")
    print(f"{options.language}: {files} files, {texts_read} texts, {marked} of the source's in English; {len(found)} words that are not the data's", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
