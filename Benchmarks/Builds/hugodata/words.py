"""Values as Hangar's pages word them: what the pages made with Hugo must say too."""

import re
import unicodedata

NO_BREAK = "\u00a0"
DAY = 86_400


def seconds(duration):
    """Of an ISO 8601 day-time duration; None for none."""
    if not duration:
        return None
    match = re.fullmatch(r"P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?", duration)
    days, hours, minutes, rest = (int(part or 0) for part in match.groups())
    return days * DAY + hours * 3600 + minutes * 60 + rest


def units(total):
    return [(total // DAY, "d"), (total % DAY // 3600, "h"), (total % 3600 // 60, "min"), (total % 60, "s")]


def duration(total):
    """`178 d 22 h`: the largest unit and the next smaller one, cut off."""
    parts = units(total)
    largest = next((index for index, (number, _) in enumerate(parts) if number), len(parts) - 1)
    shown = [part for index, part in enumerate(parts[largest : largest + 2]) if index == 0 or part[0]]
    return " ".join(f"{number}{NO_BREAK}{unit}" for number, unit in shown)


def iso8601(total):
    days, *times = units(total)
    text = "P" + (f"{days[0]}D" if days[0] else "")
    time = "".join(f"{number}{letter}" for (number, _), letter in zip(times, "HMS") if number)
    return text + (f"T{time}" if time else "") if total else "P0D"


def grouped(number):
    """In groups of three, from five digits on."""
    digits = str(number)
    return f"{number:,}".replace(",", "\u202f") if len(digits) > 4 else digits


def ordinal(number):
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return grouped(number) + ending


def share(value, full):
    """Per cent of a full bar, with one decimal."""
    tenths = min(max(value or 0, 0), full) * 1000 // full if full > 0 else 0
    return tenths // 10 if tenths % 10 == 0 else tenths / 10


def decimal(value):
    """A place in a drawing, with one decimal at most."""
    tenths = int(value * 10 + 0.5)
    return tenths // 10 if tenths % 10 == 0 else tenths / 10


def summary(text, limit=155):
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    head = line[: limit - 1]
    return (head if line[len(head)] == " " else head.rsplit(" ", 1)[0]) + "…"


def folded(text):
    return "".join(letter for letter in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(letter))


def slug(name):
    return "-".join(re.findall(r"[a-z0-9]+", folded(name).replace("'", "")))


def segment(entity_id, name):
    return f"{entity_id}-{slug(name)}" if slug(name) else str(entity_id)


def natural_order(name):
    """A key by which Soyuz 3 comes before Soyuz 40."""
    key = re.sub(r"\d+", lambda digits: "0" + chr(len(digits[0].lstrip("0")) + 1) + digits[0].lstrip("0"), folded(name))
    return key.encode(), name.encode()
