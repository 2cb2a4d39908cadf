"""The sites that the tests of pages look at: the example site, and one with what its records lack."""

import functools
import json
import os
import pathlib
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "Benchmarks/Builds"))

import catalogue  # noqa: E402

_folder = tempfile.TemporaryDirectory(prefix="hangar-browser-")


def hangar(*arguments):
    command = os.environ.get("HANGAR", ROOT / ".build/release/hangar")
    subprocess.run([command, *arguments], check=True, stdout=subprocess.DEVNULL)


@functools.cache
def example():
    """The folder of the example site, built."""
    output = pathlib.Path(_folder.name, "example")
    hangar("build", "--site", ROOT / "Site", "--output", output)
    return output


def full():
    """A site in English, German and Arabic on pages of few rows, whose configurations have their numbers and whose craft have flights."""
    return in_languages("en,de,ar", "https://example.org/register/")


@functools.cache
def in_languages(languages, address="https://example.org/"):
    """The site of `full` in languages with a comma between them. The page of what is not there is whole where the address has no folder."""
    snapshot = catalogue.read_snapshot()
    configurations = [catalogue.configuration(snapshot, number) | numbers(number) for number in range(len(snapshot["spacecraft_configuration"]))]
    craft = [catalogue.craft(snapshot, number, configurations) for number in range(24)]
    for number, record in enumerate(craft):
        record |= {"response_mode": "detailed", "flights": flights(number, record) if number % 2 else []}
    path = pathlib.Path(_folder.name, f"catalogue-{languages}.json")
    path.write_text(json.dumps(craft))
    output = pathlib.Path(_folder.name, f"full-{languages}")
    settings = [f"languages={languages}", "index.page_size=6", f"base_url={address}"]
    hangar("build", "--site", ROOT / "Site", "--from", path, "--output", output, *(word for setting in settings for word in ("--set", setting)))
    return output


@functools.cache
def many():
    """A site with more craft and flights than a chart has words for, whose configurations have their numbers. The second craft alone has as many flights."""
    craft = catalogue.make(300)
    for number, record in enumerate(craft):
        record |= {"response_mode": "detailed", "flights": flights(number, record)}
        record["spacecraft_config"] |= numbers(record["spacecraft_config"]["id"] % 7)
    craft[1]["flights"] = [flight | {"id": 100_000 + place} for place, flight in enumerate(craft[1]["flights"] * 101)]
    path = pathlib.Path(_folder.name, "many.json")
    path.write_text(json.dumps(craft))
    output = pathlib.Path(_folder.name, "many")
    hangar("build", "--site", ROOT / "Site", "--from", path, "--output", output)
    return output


@functools.cache
def with_a_column():
    """The example site on pages of few rows, with a column of the operator's own in the tables of craft."""
    site = pathlib.Path(_folder.name, "column")
    (site / "Templates/partials").mkdir(parents=True)
    shutil.copy(ROOT / "Site/hangar.yml", site)
    shutil.copytree(ROOT / "Site/data", site / "data")
    row = (ROOT / "Templates/partials/craft-row.html.mustache").read_text()
    own = (
        '<td><a href="{{root}}{{path}}">See {{name}}</a><a class="malformed" href="http://[{{id}}"></a>'
        '<picture><source srcset="{{root}}{{path}}a.png, {{root}}{{path}}b,c.png 2x"></picture></td>\n</tr>')
    (site / "Templates/partials/craft-row.html.mustache").write_text(row.replace("</tr>", own))
    output = pathlib.Path(_folder.name, "column-output")
    hangar("build", "--site", site, "--output", output, "--set", "index.page_size=5")
    return output


def numbers(place):
    """What a configuration in the detailed form has. One of them is higher than can be."""
    return {
        "response_mode": "detailed", "capability": "To low orbit.", "history": "", "details": "A design.", "maiden_flight": f"{1987 + place % 9}-03-02",
        "height": 748 if place == 3 else 4 + 2.75 * place, "diameter": 2.5 + place / 4, "human_rated": place % 2 == 0,
        "crew_capacity": place % 4, "payload_capacity": 1000 * place or None, "payload_return_capacity": None, "flight_life": None,
        "wiki_link": "", "info_link": "", "spacecraft_flown": place, "total_launch_count": 10 + place, "successful_launches": 9 + place,
        "failed_launches": 1, "attempted_landings": 3, "successful_landings": 2, "failed_landings": 1, "fastest_turnaround": None,
    }


def flights(place, craft):
    return [
        {
            "id": 1000 + 10 * place + number, "destination": "Low Earth Orbit", "mission_end": f"{1990 + number}-04-0{number + 1}T10:00:00Z",
            "duration": "P12DT3H", "turn_around_time": None,
            "launch": {
                "id": f"00000000-0000-0000-0000-{place:06}{number:06}", "name": f"Rocket | {craft['name']}",
                "net": f"{1990 + number}-03-20T08:00:00Z", "net_precision": None, "status": None, "launch_service_provider": None,
                "rocket": None,
            },
            "landing": None,
        } for number in range(1 + place % 3)
    ]


@functools.cache
def copies():
    """A site of three craft that serves copies of its pictures: with variants for a light and a dark ground, with sizes where vipsthumbnail is installed, and small."""
    snapshot = catalogue.read_snapshot()
    configurations = [catalogue.configuration(snapshot, 0) | {"image": None}]
    site = pathlib.Path(_folder.name, "copies-site")
    (site / "data/pictures").mkdir(parents=True)
    (site / "hangar.yml").write_text("title: Copies\nbase_url: https://example.org/\nimages: {delivery: copy, licences: {attribution: copy}}\n")
    craft = [catalogue.craft(snapshot, number, configurations) for number in range(3)]
    for number, record in enumerate(craft):
        record["image"] = {
            "id": number + 1, "name": f"Picture {number}", "image_url": "https://pictures.example/a.png", "thumbnail_url": "https://pictures.example/b.png",
            "credit": "A. N. Other", "license": {"id": 1, "name": "CC BY 4.0", "priority": 1, "link": "https://creativecommons.org/licenses/by/4.0/"},
            "single_use": False, "variants": [],
        }
        files = {"original-a": (1400, 900) if number < 2 else (200, 150), "thumbnail-b": (400, 257)}
        if number == 0:
            files |= {"light-light": (900, 600), "dark-dark": (900, 600)}
            record["image"]["variants"] = [
                {"id": place + 1, "type": {"id": place + 1, "name": f"transparent for {ground} background"}, "image_url": f"https://pictures.example/{ground}.png"}
                for place, ground in enumerate(("light", "dark"))]
        for name, (width, height) in files.items():
            (site / f"data/pictures/{number + 1}-{name}.png").write_bytes(png(width, height))
    path = site / "craft.json"
    path.write_text(json.dumps(craft))
    hangar("fetch", "--site", site, "--from", path)
    output = pathlib.Path(_folder.name, "copies")
    hangar("build", "--site", site, "--output", output)
    return output


def png(width, height):
    """A picture with something of everything, so that it is large."""
    rows = b"".join(b"\0" + bytes(value & 255 for x in range(width) for value in (x * x // 7 + y, x + y * y // 5, x * y // 3)) for y in range(height))
    chunks = [(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(rows, 6)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content)) for kind, content in chunks)


# One page of each kind of the example site, and the pages that look different where there are flights, numbers and other languages.
KINDS = [
    "", "spacecraft/", "spacecraft/by-time-in-space/", "spacecraft/pictures/", "spacecraft/126-soyuz-tm-4/", "configurations/",
    "configurations/by-craft/", "configurations/pictures/", "configurations/41-soyuz-tm/", "agencies/",
    "agencies/63-russian-federal-space-agency-roscosmos/", "families/", "families/1-soyuz/", "statuses/", "statuses/4-single-use/", "types/",
    "types/2-capsule/", "records/", "credits/", "credits/not-stated/", "changes/", "in-space/", "about/", "data/", "compare/", "404.html",
]
KINDS_WITH_FLIGHTS = [
    "", "spacecraft/", "spacecraft/page/2/", "spacecraft/2-soyuz-tm-1-no-1/", "spacecraft/1-soyuz-0-no-0/", "configurations/41-soyuz-tm/",
    "agencies/63-russian-federal-space-agency-roscosmos/", "types/2-capsule/", "types/2-capsule/page/2/", "flights/", "compare/", "de/",
    "de/spacecraft/", "de/compare/", "de/spacecraft/2-soyuz-tm-1-no-1/", "ar/", "ar/spacecraft/", "ar/compare/", "ar/flights/",
    "ar/spacecraft/2-soyuz-tm-1-no-1/",
]
# English first: it stands at the root.
LANGUAGES = ["en", *sorted(path.stem for path in (ROOT / "Templates/words").glob("*.yml") if path.stem != "en")]
KINDS_IN_EACH_LANGUAGE = [
    "", "spacecraft/", "spacecraft/2-soyuz-tm-1-no-1/", "configurations/41-soyuz-tm/", "agencies/63-russian-federal-space-agency-roscosmos/",
    "families/1-soyuz/", "records/", "changes/", "in-space/", "data/", "about/", "compare/?kind=configurations&ids=1,41", "404.html",
]
