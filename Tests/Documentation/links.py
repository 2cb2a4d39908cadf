"""The links of pages in Markdown to other files of the repository, and to headings in them."""

import functools
import pathlib
import re

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


@functools.cache
def anchors(path):
    """The names by which the headings of a page are linked, as GitHub makes them."""
    outside = re.sub(r"^```.*?^```", "", path.read_text(), flags=re.M | re.S)
    headings = re.findall(r"^#+ (.*)$", outside, re.M)
    return {re.sub(r"[^\w\- ]", "", re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).lower()).replace(" ", "-") for heading in headings}


def broken(root, page):
    """The links of a page that lead nowhere, each with its line. Those to other sites are not followed."""
    inside = False
    for number, line in enumerate((root / page).read_text().split("\n"), start=1):
        inside ^= line.startswith("```")
        for link in [] if inside else LINK.findall(re.sub(r"`[^`]*`", "", line)):
            if re.match(r"[a-z]+:", link):
                continue
            path, _, anchor = link.partition("#")
            target = ((root / page).parent / path).resolve() if path else root / page
            if not target.exists():
                yield f"{page}:{number}: there is no {link}"
            elif anchor and anchor not in anchors(pathlib.Path(target)):
                yield f"{page}:{number}: {path or page} has no heading {anchor}"
