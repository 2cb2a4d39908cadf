"""Makes a synthetic catalogue of any size out of the example site's records, in the form of the API's answers.

Every name, id and time is made by arithmetic: the same size gives the same catalogue on every machine. Configurations, agencies and families grow
with the craft: for each 603 craft 46 configurations, as in the real catalogue.
"""

import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
CONFIGURATIONS_PER_603 = 46


def read_snapshot():
    return json.loads((ROOT / "Site/data/snapshot.json").read_text())


def agency(snapshot, agency_id, copy):
    source = snapshot["agency"][agency_id]
    type_id = str(source["type"])
    return {
        "response_mode": "list",
        "id": int(agency_id) + 10_000 * copy,
        "name": source["name"] + suffix(copy),
        "abbrev": source.get("abbrev", ""),
        "type": {"id": source["type"], "name": snapshot["agency_type"][type_id]["name"]},
    }


def suffix(copy):
    return f" {copy}" if copy else ""


def image(snapshot, image_id, copy):
    if image_id is None:
        return None
    source = snapshot["image"][str(image_id)]
    licence = snapshot["license"][str(source["license"])]
    return {
        "id": image_id + 10_000 * copy,
        "name": source["name"],
        "image_url": source["image_url"],
        "thumbnail_url": source["thumbnail_url"],
        "credit": source.get("credit"),
        "license": {"id": source["license"], "name": licence["name"], "priority": licence.get("priority"), "link": licence.get("link")},
        "single_use": source["single_use"],
        "variants": [],
    }


def family(snapshot, family_id, copy):
    source = snapshot["family"][str(family_id)]
    manufacturer = source.get("manufacturer")
    return {
        "response_mode": "normal",
        "id": family_id + 1_000 * copy,
        "name": source["name"] + suffix(copy),
        "description": source.get("description", ""),
        "manufacturer": agency(snapshot, str(manufacturer), copy) if manufacturer else None,
        "parent": None,
        "maiden_flight": source.get("maiden_flight"),
    }


def configuration(snapshot, number):
    ids = list(snapshot["spacecraft_configuration"])
    copy, index = divmod(number, len(ids))
    source = snapshot["spacecraft_configuration"][ids[index]]
    type_id = str(source["type"])
    return {
        "response_mode": "normal",
        "id": int(ids[index]) + 1_000 * copy,
        "name": source["name"] + (f" Mk {copy}" if copy else ""),
        "type": {"id": source["type"], "name": snapshot["spacecraft_configuration_type"][type_id]["name"]},
        "agency": agency(snapshot, str(source["agency"]), copy),
        "family": [family(snapshot, family_id, copy) for family_id in source["family"]],
        "in_use": source["in_use"],
        "image": image(snapshot, source.get("image"), copy),
    }


def craft(snapshot, number, configurations):
    sources = list(snapshot["spacecraft"].values())
    source = sources[number % len(sources)]
    owner = configurations[number * 7 % len(configurations)]
    status = snapshot["spacecraft_status"][str(source["status"])]
    return {
        "response_mode": "normal",
        "id": number + 1,
        "name": f"{owner['name']}-{number % 97} No. {number}",
        "serial_number": source.get("serial_number"),
        "is_placeholder": number % 300 == 0,
        "image": owner["image"],
        "in_space": number % 60 == 0,
        "time_in_space": f"P{number * 37 % 400}DT{number % 24}H{number % 60}M",
        "time_docked": f"P{number * 31 % 300}DT{number % 24}H" if number % 3 else "P0D",
        "flights_count": 1 + number % 5,
        "mission_ends_count": 1 + number % 5,
        "status": {"id": source["status"], "name": status["name"]},
        "description": source["description"],
        "spacecraft_config": owner,
        "fastest_turnaround": None,
    }


def make(size):
    snapshot = read_snapshot()
    count = max(1, size * CONFIGURATIONS_PER_603 // 603)
    configurations = [configuration(snapshot, number) for number in range(count)]
    return [craft(snapshot, number, configurations) for number in range(size)]


if __name__ == "__main__":
    if len(sys.argv) != 2 or not sys.argv[1].isdigit():
        sys.exit("usage: catalogue.py NUMBER-OF-CRAFT > catalogue.json")
    json.dump(make(int(sys.argv[1])), sys.stdout, ensure_ascii=False)
