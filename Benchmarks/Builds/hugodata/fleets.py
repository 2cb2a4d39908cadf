"""What the register's fleets say of their craft: who belongs to them, who is the longest, where each stands beside the others."""

import statistics

from .words import DAY, decimal, grouped, ordinal, share

UNKNOWN = "unknown", "Drawing for an unknown type of craft"
AXIS_STEPS = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000]
FIGURES = [("time_in_space", "seconds"), ("time_docked", "seconds"), ("flights_count", "number"), ("mission_ends_count", "number")]


def link(register):
    """The craft of each configuration, agency, family, type and status, in the order of names."""
    for kind in ("types", "agencies", "families"):
        for entity in register[kind]:
            fleet = sorted({place for key in entity["configurations"] for place in register["configurations"][key]["fleet"]})
            entity["fleet"] = fleet
    for status in register["statuses"]:
        status["fleet"] = []
    for craft in register["craft"]:
        register["statuses"][craft["status"]]["fleet"].append(craft["n"])
    for kind in ("configurations", "types", "agencies", "families", "statuses"):
        for entity in register[kind]:
            fleet = [register["craft"][place] for place in entity["fleet"]]
            entity["craft_text"] = grouped(len(fleet))
            entity["flights_text"] = grouped(sum(craft["flights_count"]["number"] for craft in fleet))
            entity["in_space"] = sum(craft["in_space"] for craft in fleet)
            entity["share"] = share(len(fleet), len(register["craft"]))
    for kind in ("agencies", "families"):
        for entity in register[kind]:
            main_silhouette(entity, register["configurations"])


def main_silhouette(entity, configurations):
    """The drawing of the type that most of its craft have."""
    counts = {}
    for place in entity["configurations"]:
        drawing = configurations[place]["silhouette"], configurations[place]["silhouette_label"]
        counts[drawing] = counts.get(drawing, 0) + len(configurations[place]["fleet"]) + 1
    entity["silhouette"], entity["silhouette_label"] = max(counts, key=counts.get, default=UNKNOWN)


def compare(register):
    """The bars of the tables, and each craft beside those of its configuration."""
    for field, value in FIGURES:
        full = max((craft[field][value] or 0 for craft in register["craft"]), default=0)
        for craft in register["craft"]:
            craft[field]["share"] = share(craft[field][value], full)
    most = max((len(configuration["fleet"]) for configuration in register["configurations"]), default=0)
    everyone = range(len(register["craft"]))
    for configuration in register["configurations"]:
        configuration["share"] = share(len(configuration["fleet"]), most)
        group, words = configuration["fleet"], configuration["name"]
        if len(group) < 2:
            group, words = everyone, "in the register"
        for field in ("time_in_space", "time_docked"):
            rank(register["craft"], configuration["fleet"], group, field, words)
        spread(configuration, [register["craft"][place] for place in configuration["fleet"]])


def rank(craft, fleet, group, field, words):
    times = sorted(craft[place][field]["seconds"] for place in group if craft[place][field]["seconds"])
    recorded = "" if len(times) == len(group) else ", where recorded"
    for place in fleet:
        time = craft[place][field]
        if time["seconds"]:
            longer = sum(other > time["seconds"] for other in times) + 1
            order = "longest" if longer == 1 else f"{ordinal(longer)} longest"
            time["note"] = f"{order} of {grouped(len(times))} {words}{recorded}"
            time["of_group"] = share(time["seconds"], times[-1])
            time["median"] = share(int(statistics.median(times)), times[-1])


def spread(configuration, fleet):
    """Where each craft's mark stands on the axis of days in space."""
    recorded = [craft for craft in fleet if craft["time_in_space"]["seconds"]]
    recorded.sort(key=lambda craft: (craft["time_in_space"]["seconds"], craft["id"]))
    configuration["longest"] = recorded[-1]["n"] if recorded else None
    configuration["marks"] = None
    if len(recorded) < 2:
        return
    largest = recorded[-1]["time_in_space"]["seconds"] / DAY
    step = next(step for step in AXIS_STEPS if largest / step <= 6)
    end = step * (int(largest / step) + 1)
    for craft in recorded:
        craft["x"] = decimal(8 + 464 * craft["time_in_space"]["seconds"] / DAY / end)
        craft["anchor"] = "start" if craft["x"] < 72 else "end" if craft["x"] > 408 else "middle"
    configuration["marks"] = [craft["n"] for craft in recorded]
    configuration["ticks"] = [
        {"x": decimal(8 + 464 * day / end), "text": f"{day} d" if day in (0, end) else str(day),
         "anchor": "start" if day == 0 else "end" if day == end else "middle"}
        for day in range(0, end + 1, step)
    ]
    shortest, longest = (craft["time_in_space"]["text"] for craft in (recorded[0], recorded[-1]))
    configuration["range"] = f"{grouped(len(recorded))} craft, from {shortest} to {longest}."


def credit(register):
    """Whose picture each is: the configuration, and the newest of its craft."""
    for configuration in register["configurations"]:
        image = register["images"].get(configuration["image"] or "")
        if image:
            image["subject"], image["silhouette"] = f"a {configuration['name']} spacecraft", configuration["silhouette"]
            fleet = sorted((register["craft"][place] for place in configuration["fleet"]), key=lambda craft: -craft["id"])
            users = [configuration, *(craft for craft in fleet if craft["image"] == configuration["image"])][:12]
            image["used_by"] = [{"name": user["name"], "path": user["path"]} for user in users]
