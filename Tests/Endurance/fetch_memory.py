#!/usr/bin/env python3
"""Counts the requests and measures the peak memory of `hangar fetch`: of 603 craft, of a body without end, of a compressed bomb, of pictures
without end.

    python3 Tests/Endurance/fetch_memory.py [--hangar PATH] [--craft 603]

Ends with status 0 if a fetch of 603 craft takes at most 9 requests and 80 MB, and the others, which must fail with status 65 or leave their
picture out, at most 150 MB. Linux: the memory is the largest resident set that the kernel saw.
"""

import argparse
import os
import pathlib
import subprocess
import sys
import tempfile
import zlib

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import sites  # noqa: E402
import stub_api  # noqa: E402

LISTS = ("/2.3.0/spacecraft/", "/2.3.0/spacecraft_configurations/", "/2.3.0/spacecraft_configuration_families/")
COPYING = "images:\n  delivery: copy\n  licences: {public_domain: copy, attribution: copy, share_alike: copy, agency_terms: copy, unknown: copy}\n"
CHUNK = 1 << 16


class Endless(stub_api.Handler):
    """Lists whose body does not end, plain or compressed, or whose pictures do not."""

    kind = "plain"

    def do_GET(self):
        self.stub.requests.append(self.path)
        is_picture = self.path.startswith("/media/")
        if self.kind == "pictures" and not is_picture or "/api-throttle/" in self.path:
            self.stub.requests.pop()
            return super().do_GET()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        if self.kind == "bomb":
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        try:
            self.pour(stub_api.PNG if is_picture else b'{"count": 1, "next": null, "results": ["')
        except (BrokenPipeError, ConnectionResetError):
            pass

    def pour(self, start):
        packer = zlib.compressobj(9, zlib.DEFLATED, 31)
        pack = packer.compress if self.kind == "bomb" else bytes
        self.wfile.write(pack(start))
        for _ in range(4 << 30 >> 16):
            self.wfile.write(pack(b" " * CHUNK))


def measure(hangar, stub, configuration=""):
    with tempfile.TemporaryDirectory(prefix="hangar-memory-") as name:
        site = pathlib.Path(name) / "site"
        site.mkdir()
        (site / "hangar.yml").write_text("title: Memory\nbase_url: https://memory.example/\n" + configuration)
        process = subprocess.Popen(
            [hangar, "fetch", "--site", site, "--from", stub.root], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        words = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        return os.waitstatus_to_exitcode(status), usage.ru_maxrss * 1024 / 1e6, words.strip().splitlines()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hangar", default=sites.ROOT / ".build/release/hangar", type=pathlib.Path)
    parser.add_argument("--craft", default=603, type=int)
    options = parser.parse_args()
    hangar, craft = options.hangar.resolve(), options.craft
    failures = []

    def judge(what, holds, status, megabytes, words, requests):
        print(f"{what}: status {status}, {megabytes:.0f} MB, {requests} requests; {words[-1] if words else ''}"[:300])
        if not holds:
            failures.append(what)

    stub = stub_api.StubAPI(craft)
    status, megabytes, words = measure(hangar, stub)
    requests = sum(path.startswith(LISTS) for path in stub.requests)
    judge(f"{craft} craft", status == 0 and (craft != 603 or (requests <= 9 and megabytes <= 80)), status, megabytes, words, requests)
    for kind in ("plain", "bomb", "pictures"):
        stub = stub_api.StubAPI(craft, with_pictures=True)
        stub.server.RequestHandlerClass = type("Handler", (Endless,), {"stub": stub, "kind": kind})
        status, megabytes, words = measure(hangar, stub, COPYING if kind == "pictures" else "")
        wanted = 0 if kind == "pictures" else 65
        judge(f"without end, {kind}", status == wanted and megabytes <= 150, status, megabytes, words, len(stub.requests))
    sys.exit(f"not held: {', '.join(failures)}" if failures else 0)


if __name__ == "__main__":
    main()
