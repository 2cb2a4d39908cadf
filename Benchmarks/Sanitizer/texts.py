"""The texts that the sanitizers are timed on: lists of strings by name, and shapes that grow. The same in every run."""

import json
import pathlib
import random

ROOT = pathlib.Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "Tests" / "Fixtures" / "Sanitizer"


def descriptions():
    """Those of the example site's register: plain text."""
    found = []

    def collect(value):
        if isinstance(value, dict):
            found.extend(text for key, text in value.items() if key == "description" and isinstance(text, str) and text)
            value = list(value.values())
        if isinstance(value, list):
            for item in value:
                collect(item)

    collect(json.loads((ROOT / "Site/data/snapshot.json").read_text(encoding="utf-8")))
    return found


def marked_up(sentences, choose, paragraphs):
    """A text as people write it in an editor: paragraphs, emphasis, links, now and then a list."""

    def phrase(text):
        kind = choose.choices(["", "b", "em", "a", "abbr", "amp"], [12, 3, 3, 4, 1, 2])[0]
        if kind == "a":
            return f'<a href="https://example.org/craft?id={choose.randrange(999)}&amp;view=all" target="_blank">{text}</a>'
        if kind == "abbr":
            return f'<abbr title="extravehicular activity">{text}</abbr>'
        if kind == "amp":
            return f"{text} R&D"
        return f"<{kind}>{text}</{kind}>" if kind else text

    def sentence():
        words = choose.choice(sentences).split()
        pieces = []
        while words:
            count = choose.randint(2, 8)
            pieces.append(phrase(" ".join(words[:count])))
            words = words[count:]
        return " ".join(pieces)

    def block():
        if choose.random() < 0.2:
            return "<ul>\n" + "".join(f"<li>{sentence()}</li>\n" for _ in range(choose.randint(2, 5))) + "</ul>"
        return f'<p class="text">{" ".join(sentence() for _ in range(choose.randint(1, 4)))}</p>'

    return "\n".join(block() for _ in range(paragraphs))


def sets():
    choose = random.Random(1)
    plain = descriptions()
    sentences = [sentence.strip() + "." for text in plain for sentence in text.split(". ") if sentence.strip()]
    email = "\n\n".join(" ".join(choose.choices(sentences, k=4)) for _ in range(3))
    attacks = [
        json.loads(line)["input"] for path in sorted(FIXTURES.glob("attacks/*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines()
    ]
    splices = json.loads((FIXTURES / "parts.json").read_text(encoding="utf-8"))["splices"]
    return {
        "descriptions, plain": plain,
        "descriptions, marked up": [marked_up(sentences, choose, choose.randint(1, 4)) for _ in range(300)],
        "an e-mail, plain": [email],
        "an e-mail, marked up": [marked_up(sentences, choose, 4)],
        "hostile, of the tests": attacks,
        "hostile, spliced": ["".join(choose.choices(splices, k=choose.randint(50, 1500))) for _ in range(100)],
    }


def shapes():
    """Makers of one text each from a count, and the largest count."""
    return {
        "nested <b>": (lambda n: "<b>" * n, 160_000),
        "nested <div>x": (lambda n: "<div>x" * n, 160_000),
        "nested <ul><li>x": (lambda n: "<ul><li>x" * (n // 2), 160_000),
        "unclosed <p>x": (lambda n: "<p>x" * n, 160_000),
        "unclosed <li>x": (lambda n: "<ul>" + "<li>x" * n, 160_000),
        "closed <b> by </i>": (lambda n: "<b>" * (n // 2) + "</i>x" * (n // 2), 160_000),
        "<": (lambda n: "<" * n, 320_000),
        "<!--": (lambda n: "<!--" * n, 160_000),
        "<a b='": (lambda n: "<a b='" * n, 160_000),
        "attributes": (lambda n: "<a " + " ".join(f"a{i}=x" for i in range(n)) + " href=/x>x</a>", 160_000),
    }
