"""Turns Hangar's snapshot into the one data file that the pages made with Hugo are built from.

It holds each entity once, in the order of names, with its values in words, its shares and places in drawings worked out, and its description
sanitized; and, for the pages of which there is one, the views that Hangar's own templates get. None of this work counts as Hugo's.
"""

import html
import json
import pathlib
import re
import subprocess
import sys

from . import fleets
from .words import duration, grouped, iso8601, natural_order, seconds, segment, summary

SINGLE_PAGES = ["", "404.html", "about/", "agencies/", "changes/", "credits/", "data/", "families/", "records/", "statuses/", "types/"]
STATUS_WORDS = {
    "Active": "Kept for further flights.",
    "Retired": "Flown, and not to fly again.",
    "Destroyed": "Lost, in flight or by its end.",
    "Single Use": "Built for one flight and not used again. A craft of this status may be in space now.",
    "Under construction": "Not yet flown.",
}
SILHOUETTES = [
    ("capsule", "capsule", "a capsule"), ("plane", "spaceplane", "a spaceplane"), ("cargo", "cargo", "a cargo craft"),
    ("resupply", "cargo", "a cargo craft"), ("upper stage", "upper_stage", "an upper stage"), ("lander", "lander", "a lander"),
    ("mass simulator", "mass_simulator", "a mass simulator"),
]


def make(hangar, site):
    """The register of a site folder's snapshot."""
    snapshot = json.loads((site / "data/snapshot.json").read_text())
    views = single_pages(hangar, site)
    register = {"site": views["home"]["site"], "assets": views["home"]["assets"], "views": views, "source_url": snapshot["source"]}
    register["data_as_of"] = snapshot.get("fetched_at") or snapshot.get("not_before")
    register["types"] = named(snapshot["spacecraft_configuration_type"], "types")
    for entity in register["types"]:
        entity["silhouette"], entity["silhouette_label"] = silhouette(entity["name"])
    register["statuses"] = named(snapshot["spacecraft_status"], "statuses")
    for entity in register["statuses"]:
        entity["explanation"] = STATUS_WORDS.get(entity["name"])
    register["agencies"] = named(snapshot["agency"], "agencies")
    register["families"] = named(snapshot["family"], "families")
    register["configurations"] = named(snapshot["spacecraft_configuration"], "configurations")
    register["craft"] = named(snapshot["spacecraft"], "spacecraft")
    pictures(register, snapshot)
    link_configurations(register, snapshot)
    dates = last_changes(site)
    safe = sanitized(hangar, [record["description"] for record in snapshot["spacecraft"].values()])
    for craft in register["craft"]:
        word_craft(craft, snapshot["spacecraft"][str(craft["id"])], register, safe, dates)
    register.pop("places")
    fleets.link(register)
    fleets.compare(register)
    fleets.credit(register)
    return register


def single_pages(hangar, site):
    views = {}
    for path in SINGLE_PAGES:
        name = path.strip("/").removesuffix(".html") or "home"
        result = subprocess.run([hangar, "data", "--site", site, "/" + path], check=True, capture_output=True)
        views[name] = json.loads(result.stdout)
    return views


def named(entities, folder):
    """A list in the order of names; each entity knows its place in it as `n`."""
    listed = [
        {"id": int(key), "name": value["name"], "path": f"{folder}/{segment(key, value['name'])}/"} for key, value in entities.items()
    ]
    listed.sort(key=lambda entity: (natural_order(entity["name"]), entity["id"]))
    for place, entity in enumerate(listed):
        entity["n"] = place
    return listed


def places(entities):
    return {entity["id"]: entity["n"] for entity in entities}


def silhouette(type_name):
    for word, name, words in SILHOUETTES:
        if word in type_name.lower():
            return name, f"Drawing of {words}"
    return fleets.UNKNOWN


def sanitized(hangar, descriptions):
    """Safe HTML for each description, by the description."""
    distinct = sorted(set(descriptions) - {None, ""})
    lines = "".join(json.dumps(text) + "\n" for text in distinct)
    result = subprocess.run([hangar, "sanitize", "--lines"], input=lines.encode(), check=True, capture_output=True)
    return dict(zip(distinct, map(json.loads, result.stdout.decode().splitlines())))


def last_changes(site):
    dates = {}
    for line in (site / "data/history.jsonl").read_text().splitlines():
        change = json.loads(line)
        if change["kind"] == "spacecraft":
            first, _ = dates.get(change["id"], (change["date"], None))
            dates[change["id"]] = (first, change["date"])
    return dates


def pictures(register, snapshot):
    licences = {}
    for key, value in snapshot["license"].items():
        stated = value["name"] != "Unknown"
        name = value["name"] if stated else "Licence not stated"
        path = f"credits/{segment('', value['name'])[1:] if stated else 'not-stated'}/"
        shown = {"name": name, "path": path, "stated": stated, "link": value.get("link")}
        licences[int(key)] = {"id": int(key), "order": value["name"], "images": [], **shown}
    register["licences"] = sorted(licences.values(), key=lambda licence: natural_order(licence["order"]))
    register["images"] = {}
    for key, value in snapshot["image"].items():
        licence = licences[value["license"]]
        title = None if value["name"].startswith("[AUTO]") else value["name"]
        image = {
            "id": int(key), "src": value["image_url"], "thumbnail": value["thumbnail_url"], "title": title, "credit": value.get("credit"),
            "licence": {name: licence[name] for name in ("name", "path", "stated", "link")}, "used_by": [],
        }
        register["images"][key] = image
        licence["images"].append(int(key))
    register["licences"] = [licence for licence in register["licences"] if licence["images"]]


def link_configurations(register, snapshot):
    types, agencies, families = (places(register[kind]) for kind in ("types", "agencies", "families"))
    for kind in ("types", "agencies", "families"):
        for entity in register[kind]:
            entity["configurations"] = []
    for agency in register["agencies"]:
        record = snapshot["agency"][str(agency["id"])]
        agency["abbrev"], agency["kind"], agency["built"] = record.get("abbrev"), snapshot["agency_type"][str(record["type"])]["name"], []
    for family in register["families"]:
        record = snapshot["family"][str(family["id"])]
        family["builder"] = agencies.get(record.get("manufacturer"))
        if family["builder"] is not None:
            register["agencies"][family["builder"]]["built"].append(family["n"])
    for configuration in register["configurations"]:
        record = snapshot["spacecraft_configuration"][str(configuration["id"])]
        owner = register["types"][types[record["type"]]], register["agencies"][agencies[record["agency"]]]
        configuration |= {"type": owner[0]["n"], "agency": owner[1]["n"], "families": [families[key] for key in record["family"]]}
        configuration |= {name: owner[0][name] for name in ("silhouette", "silhouette_label")}
        configuration |= {"in_use": record["in_use"], "image": str(record["image"]) if record.get("image") else None, "fleet": []}
        for entity in (*owner, *(register["families"][place] for place in configuration["families"])):
            entity["configurations"].append(configuration["n"])


def timed(total, unknown):
    """A length of time as a table shows it."""
    known = total if total else None
    return {"seconds": total, "text": duration(known) if known else unknown, "datetime": iso8601(known) if known else None}


def word_craft(craft, record, register, safe, dates):
    configurations, statuses = register.setdefault("places", (places(register["configurations"]), places(register["statuses"])))
    configuration = register["configurations"][configurations[record["spacecraft_config"]]]
    status = register["statuses"][statuses[record["status"]]]
    in_space, docked = seconds(record.get("time_in_space")), seconds(record.get("time_docked"))
    flights, ends = record.get("flights_count"), record.get("mission_ends_count")
    absent = "not flown" if flights == 0 and not record["in_space"] else "not recorded"
    first, last = dates.get(craft["id"], (None, None))
    description = safe.get(record.get("description"), "")
    plain = html.unescape(re.sub(r"<[^>]+>", "", re.sub("</p>|<br>", "\n", description))).strip()
    doubtful = docked is not None and in_space is not None and docked > in_space
    craft |= {
        "serial": record.get("serial_number"), "in_space": record["in_space"], "placeholder": record["is_placeholder"],
        "configuration": configuration["n"], "configuration_name": configuration["name"], "configuration_path": configuration["path"],
        "status": status["n"], "status_name": status["name"], "status_path": status["path"], "silhouette": configuration["silhouette"],
        "time_in_space": timed(in_space, absent), "time_docked": timed(docked, "not recorded" if docked is None else "none"),
        "flights_count": {"number": flights, "text": grouped(flights)}, "mission_ends_count": {"number": ends, "text": grouped(ends)},
        "doubtful": doubtful, "doubts": doubts(record, in_space, docked, doubtful),
        "image": str(record["image"]) if record.get("image") else None,
        "description": description, "plain": plain, "published": first, "modified": last or register["data_as_of"],
        "summary": summary(plain) or f"{craft['name']}: a craft of the configuration {configuration['name']}.",
        "words": ", ".join(filter(None, [configuration["name"], status["name"], in_space and f"{duration(in_space)} in space"])) + ".",
    }
    configuration["fleet"].append(craft["n"])


def doubts(record, in_space, docked, doubtful):
    found = []
    if doubtful:
        time = f"only {duration(in_space)}" if in_space else "no time"
        found.append(f"The source gives {duration(docked)} docked but {time} in space. Both cannot be right; they are shown as recorded.")
    elif record.get("flights_count") and in_space == 0:
        found.append("The source counts a flight but gives no time in space: read it as not recorded.")
    if record["is_placeholder"]:
        found.append("This record is a placeholder: it stands for a craft that is not yet named or built.")
    return found


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit("usage: python3 -m hugodata.register HANGAR SITE-FOLDER FILE")
    made = make(sys.argv[1], pathlib.Path(sys.argv[2]))
    pathlib.Path(sys.argv[3]).write_text(json.dumps(made, ensure_ascii=False, separators=(",", ":")))
