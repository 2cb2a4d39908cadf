"""Updates a site three times against an API on this machine, and looks at what is sent and what is answered by 304 after each.

    python3 Tests/Servers/updates.py [--hangar PATH] [--craft 603] [--in-space 10] [--folder DIR]

After a first update, an hour passes for all craft in space, twice, and then one craft changes too. After each, `rsync --archive --checksum` copies the
site, and nginx, by the recipe of Documentation/Hosting.md, is asked for every file with the ETag and with the date that it gave before: of the output
itself and of the copy, plain and by gzip. A file whose bytes are as before must not be sent and must be answered by 304; one whose bytes are
others must be sent and come whole. Ends with status 1 where one is not.

Needs rsync and nginx.
"""

import argparse
import concurrent.futures
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

import run as servers

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Endurance"))
import sites  # noqa: E402
from stub_api import StubAPI  # noqa: E402

ENCODINGS = {"plain": ("identity", ""), "gzip": ("gzip", ".gz")}


def configuration(stub):
    """As `hangar init` writes it, with this API."""
    text = (sites.ROOT / "Site/hangar.yml").read_text()
    return re.sub(r"(?m)^  url: .*", f"  url: {stub.root}", text, count=1)


def tick(stub, count, hours):
    for craft in stub.craft[:count]:
        craft["in_space"], craft["time_in_space"], craft["time_docked"] = True, f"P10DT{hours}H7M", f"P9DT{hours}H"


def update(hangar, site, output):
    result = subprocess.run([hangar, "update", "--json", "--site", site, "--output", output], capture_output=True, text=True)
    if result.returncode != 0:
        sys.exit(f"hangar update: status {result.returncode}: {result.stderr}")
    return json.loads(result.stdout)["build"]


def copy(output, target):
    """The files that rsync sends, and those of which it sends the times alone."""
    command = ["rsync", "-ai", "--checksum", "--delete", "--exclude=.hangar-manifest", f"{output}/", f"{target}/"]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    sent = {line.split(" ", 1)[1] for line in lines if line.startswith(">f")}
    return sent, {line.split(" ", 1)[1] for line in lines if line.startswith(".f")}


class Visitor:
    """Asks a server for every file, and keeps what it says of each."""

    def __init__(self, server):
        self.server = server
        self.validators = {}

    def ask(self, path, encoding, **headers):
        address = path[: -len("index.html")] if path.endswith("index.html") else path
        return self.server.ask(address, Accept_Encoding=ENCODINGS[encoding][0], **headers)

    def learn(self, files):
        def one(request):
            _, headers, _ = self.ask(*request)
            return request, (headers["ETag"], headers["Last-Modified"])

        self.validators = dict(each(one, requests(files)))

    def answers(self, files):
        """The statuses for the conditional requests of one path in one encoding."""

        def one(request):
            tag, date = self.validators.get(request, (None, None))
            conditions = [{"If_None_Match": tag}] if tag else []
            conditions += [{"If_Modified_Since": date}] if date else []
            return request, {self.ask(*request, **condition)[0] for condition in conditions}

        return dict(each(one, requests(files)))


def each(work, items):
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        return list(pool.map(work, items))


def requests(files):
    """Each file that is asked for, in each encoding that it has."""
    plain = [path for path in files if not path.endswith((".gz", ".br")) and not path.startswith(".")]
    return [(path, encoding) for path in sorted(plain) for encoding, (_, suffix) in ENCODINGS.items() if path + suffix in files]


def compare(what, before, after, report, sent, touched, visitors):
    """Prints one line and returns the faults."""
    served = {path for path in after if not path.startswith(".")}
    changed = {path for path in served if before.get(path) != after[path]}
    faults = [f"{what}: {path} has the bytes of before, and is sent" for path in sorted(sent - changed)]
    faults += [f"{what}: {path} has other bytes, and is not sent" for path in sorted(changed - sent)]
    faults += [f"{what}: {path} has the bytes of before, and another time" for path in sorted(touched)]
    reported = set(report["written"])
    faults += [f"{what}: {path} is written and not reported, or reported and not written" for path in sorted(reported ^ changed)]
    counts = {200: 0, 304: 0}
    for name, visitor in visitors.items():
        for (path, encoding), statuses in visitor.answers(before).items():
            actual = path + ENCODINGS[encoding][1]
            # A file that became too small to be compressed is there all the same.
            wanted = 304 if after.get(actual) == before[actual] else 200 if actual in after or path in after else 404
            for status in statuses:
                counts[status] = counts.get(status, 0) + 1
            if statuses != {wanted}:
                faults.append(f"{what}: nginx on {name} answers {sorted(statuses)} for {path}, {encoding}, not {wanted}")
        visitor.learn(after)
    numbers = [len(served), len(reported), len(sent), len(touched), counts[304], counts[200]]
    print(f"{what:<34}" + "".join(f"{number:>10}" for number in numbers), flush=True)
    for path in sorted(changed)[:60] if len(changed) < 60 else []:
        print(f"    {path}")
    return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hangar", default=sites.ROOT / ".build/release/hangar", type=pathlib.Path)
    parser.add_argument("--craft", default=603, type=int)
    parser.add_argument("--in-space", default=10, type=int)
    parser.add_argument("--folder", default="/dev/shm" if os.path.isdir("/dev/shm") else None)
    options = parser.parse_args()
    hangar = options.hangar.resolve()
    missing = [name for name in ("rsync", "nginx") if not shutil.which(name)]
    if missing:
        sys.exit(f"NOT TESTED: {' and '.join(missing)} is not installed")
    stub = StubAPI(options.craft)
    with tempfile.TemporaryDirectory(dir=options.folder) as name:
        os.chmod(name, 0o755)
        folder = pathlib.Path(name)
        os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
        site, output, target = folder / "site", folder / "www", folder / "copy"
        site.mkdir()
        (site / "hangar.yml").write_text(configuration(stub))
        tick(stub, options.in_space, 1)
        update(hangar, site, output)
        copy(output, target)
        with servers.Server("nginx", folder / "server", output, "") as first, servers.Server("nginx", folder / "mirror", target, "") as second:
            visitors = {"the output": Visitor(first), "the copy": Visitor(second)}
            before = sites.read(output)
            for visitor in visitors.values():
                visitor.learn(before)
            print(f"{options.craft} craft, {options.in_space} in space".ljust(34)
                  + "".join(f"{column:>10}" for column in ("files", "written", "sent", "touched", "304", "200")))
            faults = []
            for what, hours, news in (("an hour later", 2, False), ("an hour later", 3, False), ("one craft changed, an hour later", 4, True)):
                # Servers and rsync tell times by the second.
                time.sleep(1.1)
                tick(stub, options.in_space, hours)
                if news:
                    stub.craft[options.craft // 2]["description"] = "A craft with a history."
                report = update(hangar, site, output)
                sent, touched = copy(output, target)
                after = sites.read(output)
                faults += compare(what, before, after, report, sent, touched, visitors)
                if not news and sent != {"status.json"}:
                    faults.append(f"{what}: more than status.json is sent: {sorted(sent)[:5]}")
                before = after
    stub.stop()
    for fault in faults[:40]:
        print(fault)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
