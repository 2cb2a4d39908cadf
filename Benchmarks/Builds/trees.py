"""Two sites beside one another: files and bytes by kind of page, and how many lines of a page of each kind differ."""

import collections
import difflib
import html
import json
import os
import re

from measure import table


def kind(path):
    """`spacecraft/*/index.html` for `spacecraft/126-soyuz-tm-4/index.html`"""
    path = re.sub(r"(?<=/)\d+-[^/]*", "*", path)
    return re.sub(r"(?<=/)\d+(?=/|\.json)|(?<=\.)[0-9a-f]{10}(?=\.)", "*", path)


def by_kind(folder):
    """For each kind its paths with their sizes."""
    kinds = collections.defaultdict(dict)
    for parent, _, names in os.walk(folder):
        for name in names:
            path = os.path.relpath(os.path.join(parent, name), folder)
            kinds[kind(path)][path] = os.path.getsize(os.path.join(folder, path))
    return kinds


def lines(file):
    """What a page says, without what may differ: the form of links to the site itself, the order of keys in JSON and of pages in a
    sitemap, the drawings that a page brings along."""
    text = file.read_text()
    if file.suffix == ".html":
        depth = r'(\b(?:href|src|action|data-index|data-root)=")(?!https?:|#|data:)(?:\.{0,2}/)*'
        text = html.unescape(re.sub(depth, r"\1/", text).replace("\r", ""))
        text = re.sub(r'(?<=ld\+json">).*(?=</script>)', lambda found: json.dumps(json.loads(found[0]), sort_keys=True), text)
        text = re.sub(r"<symbol.*</symbol>", "", text)
    elif file.suffix == ".json":
        text = json.dumps(json.loads(text), sort_keys=True, indent=0)
    elif file.suffix == ".xml":
        text = html.unescape(text)
    said = [line.strip() for line in text.splitlines() if line.strip()]
    return sorted(said) if file.name.startswith("sitemap") else said


def differing(left, right):
    return sum(line[0] in "+-" for line in list(difflib.unified_diff(lines(left), lines(right), n=0, lineterm=""))[2:])


def compare(left, right, names, markdown=False, in_full=True):
    """Prints the two, in full by kind; returns the share of the second's files that the first does not have, and by how much those of both have
    more bytes in the second."""
    left_kinds, right_kinds = by_kind(left), by_kind(right)
    rows = []
    for name in sorted(left_kinds.keys() | right_kinds.keys()) if in_full else []:
        both = sorted(left_kinds[name].keys() & right_kinds[name].keys())
        sample = both[len(both) // 2] if both else None
        is_small = sample and left_kinds[name][sample] < 1_000_000
        text = sample and not sample.endswith((".png", ".ico"))
        difference = differing(left / sample, right / sample) if text and is_small else "–"
        rows.append([name, len(left_kinds[name]), len(right_kinds[name]), kilobytes(left_kinds[name]), kilobytes(right_kinds[name]), difference])
    counts = [sum(map(len, kinds.values())) for kinds in (left_kinds, right_kinds)]
    sizes = [sum(sum(paths.values()) for paths in kinds.values()) for kinds in (left_kinds, right_kinds)]
    rows.append(["all", *counts, *(f"{size / 1000:.0f}" for size in sizes), ""])
    heading = ["kind", f"{names[0]} files", f"{names[1]} files", f"{names[0]} kB", f"{names[1]} kB", "lines that differ"]
    print("\n".join(table(heading, rows, markdown)), flush=True)
    left_paths, right_paths = ({path: size for paths in kinds.values() for path, size in paths.items()} for kinds in (left_kinds, right_kinds))
    both = left_paths.keys() & right_paths.keys()
    return 1 - len(both) / len(right_paths), sum(right_paths[path] for path in both) / sum(left_paths[path] for path in both) - 1


def kilobytes(paths):
    return f"{sum(paths.values()) / 1000:.0f}"
