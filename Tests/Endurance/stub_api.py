"""A Launch Library for tests by hand: the lists that a fetch asks for, on a free port of this machine, and the pictures that they mention.

The records are those of Benchmarks/Builds/catalogue.py. A change of
`variant` changes some of them, and the names of all pictures, so that each run of an update finds something to do.
"""

import contextlib
import http.server
import json
import pathlib
import sys
import threading
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Benchmarks/Builds"))
import catalogue  # noqa: E402

PAGE = 100
# A whole PNG of one pixel, made larger by what follows its end, which no reader minds.
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


class StubAPI:
    def __init__(self, craft, with_pictures=False):
        self.craft = catalogue.make(craft)
        self.requests = []
        self.variant = 0
        self.with_pictures = with_pictures
        # Whether requests are answered, and whether one has come since they are not.
        self.is_open = threading.Event()
        self.is_open.set()
        self.is_asked = threading.Event()
        handler = type("Handler", (Handler,), {"stub": self})
        self.server = Server(("127.0.0.1", 0), handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def origin(self):
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    @property
    def root(self):
        return f"{self.origin}/2.3.0/"

    def stop(self):
        self.server.shutdown()

    @contextlib.contextmanager
    def silent(self):
        """Requests get no answer before the end of this, so that what is asked for is at work as long as that is needed."""
        self.is_asked.clear()
        self.is_open.clear()
        try:
            yield self.is_asked
        finally:
            self.is_open.set()

    def records(self):
        """The catalogue with every tenth craft changed by the variant."""
        for record in self.craft:
            record = dict(record)
            if record["id"] % 10 == self.variant % 10:
                record["serial_number"] = f"variant {self.variant}"
            if self.with_pictures and record["image"]:
                record["image"] = self.picture(record["image"])
            if self.with_pictures:
                owner = dict(record["spacecraft_config"])
                if owner["image"]:
                    owner["image"] = self.picture(owner["image"])
                record["spacecraft_config"] = owner
            yield record

    def picture(self, image):
        name = f"{image['id']}_{self.variant % 3}"
        return dict(image, image_url=f"{self.origin}/media/{name}.png", thumbnail_url=f"{self.origin}/media/{name}_thumbnail.png")


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        """A client that is killed in the middle is what these tests are about."""


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    stub = None

    def do_GET(self):
        address = urllib.parse.urlsplit(self.path)
        self.stub.requests.append(self.path)
        self.stub.is_asked.set()
        self.stub.is_open.wait()
        if address.path.startswith("/media/"):
            return self.answer(200, PNG + b"\0" * 200_000, "image/png")
        if address.path.endswith("/api-throttle/"):
            return self.answer(404, b"{}")
        query = dict(urllib.parse.parse_qsl(address.query))
        records = list(self.stub.records()) if address.path == "/2.3.0/spacecraft/" else []
        offset, limit = int(query.get("offset", 0)), min(int(query.get("limit", 10)), PAGE)
        following = None
        if offset + limit < len(records):
            query["offset"] = offset + limit
            following = self.stub.origin + address.path + "?" + urllib.parse.urlencode(query)
        page = {"count": len(records), "next": following, "previous": None, "results": records[offset : offset + limit]}
        return self.answer(200, json.dumps(page, ensure_ascii=False).encode())

    def answer(self, status, body, kind="application/json"):
        try:
            self.send_response(status)
            self.send_header("Content-Type", kind)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, *_):
        pass
