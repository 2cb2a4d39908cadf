"""Changes of a site's records as an update leaves them: other lines of the snapshot, and lines of the history that tell of them."""

import json
import re


class Records:
    """The snapshot and the history of a site folder: as they are, with one change a day ago, and with changes of some craft since then."""

    def __init__(self, site):
        self.data = site / "data"
        self.snapshot = (self.data / "snapshot.json").read_text().split("\n")
        self.history = (self.data / "history.jsonl").read_text()
        start = self.snapshot.index('"spacecraft":{') + 1
        end = next(place for place in range(start, len(self.snapshot)) if self.snapshot[place] == "}")
        # The durations of craft in space are no news.
        self.places = [place for place in range(start, end) if '"in_space":false' in self.snapshot[place]]
        self.statuses = sorted({int(status) for line in self.snapshot[start:end] for status in re.findall(r'"status":(\d+)', line)})
        self.day = 0

    def restore(self):
        """The records of yesterday, when one craft changed."""
        self.write("2030-01-01T00:00:00Z", self.places[:1])

    def change(self, count):
        """Another status or time of so many craft, spread over the catalogue, at a moment of today that was not before."""
        self.day += 1
        step = max(1, (len(self.places) - 1) // count)
        chosen = self.places[1 + step // 2 :: step][:count]
        if len(chosen) < count:
            raise ValueError(f"there are not {count} craft to change")
        self.write(f"2030-01-02T{self.day // 60 % 24:02}:{self.day % 60:02}:00Z", chosen)

    def write(self, date, places):
        lines, history = list(self.snapshot), self.history
        if places != self.places[:1]:
            history += self.changed(lines, self.places[:1], "2030-01-01T00:00:00Z")
        history += self.changed(lines, places, date)
        fetched = f'"fetched_at":"{date}",'
        header = next((place for place in range(10) if re.match(r'"(fetched_at|not_before)"', lines[place])), None)
        if header is None:
            lines.insert(next(place for place in range(10) if lines[place].startswith('"mode"')) + 1, fetched)
        else:
            lines[header] = fetched
        (self.data / "snapshot.json").write_text("\n".join(lines))
        (self.data / "history.jsonl").write_text(history)
        (self.data / "checked.json").write_text(json.dumps({"checked_at": date}, separators=(",", ":")) + "\n")

    def changed(self, lines, places, date):
        """Changes craft in the lines, and returns the history's lines that say so."""
        told = []
        for number, place in enumerate(places):
            craft_id, line = re.fullmatch(r'"(\d+)":(.*?),?', lines[place]).groups()
            craft = json.loads(line)
            if number % 2 and len(self.statuses) > 1:
                others = [status for status in self.statuses if status != craft.get("status")]
                field, value = "status", others[self.day % len(others)]
            else:
                field, value = "time_in_space", f"P{200 + self.day % 90}DT{number % 24}H"
            before, craft[field] = craft.get(field), value
            comma = "," if lines[place].endswith(",") else ""
            lines[place] = f'"{craft_id}":' + json.dumps(craft, ensure_ascii=False, separators=(",", ":"), sort_keys=True) + comma
            change = {"field": field, "from": None if before is None else str(before), "to": str(value)}
            entry = {"date": date, "event": "changed", "kind": "spacecraft", "id": int(craft_id), "name": craft["name"], "changes": [change]}
            told.append(json.dumps(entry, ensure_ascii=False, separators=(",", ":")) + "\n")
        return "".join(told)
