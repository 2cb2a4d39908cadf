"""Serves a built site with real servers, by the recipes of Documentation/Hosting.md as they stand there.

    python3 Tests/Servers/run.py [--hangar PATH] [--answers 100000] [--servers nginx caddy apache] [--folder DIR]

Each server has the site at the root and on a sub-path: content types, folders and their redirects, the page for errors, caching, 304 after a build
that changed nothing, precompressed files. Then clients ask it for all files, over and over, while builds go back and forth between two catalogues,
in both methods: each answer must be 200 and byte for byte the file of one of the two builds (nginx: --answers for each method, the others a tenth; at
least 40 builds). Answers that Apache cuts off by itself are counted apart.

Needs nginx; caddy and apache2 where they are; nginx's brotli module (libnginx-mod-http-brotli-static) where it is. What is missing is said.
"""

import argparse
import gzip
import http.client
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Endurance"))
import sites  # noqa: E402

GUIDE = (sites.ROOT / "Documentation/Hosting.md").read_text()
BROTLI_MODULE = pathlib.Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
APACHE_MODULES = "mpm_event authz_core mime dir alias rewrite headers unixd"
TYPES = {
    "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "js": "(text|application)/javascript(; charset=utf-8)?",
    "json": "application/json(; charset=utf-8)?", "xml": "(text|application)/xml(; charset=utf-8)?", "svg": "image/svg\\+xml(; charset=utf-8)?",
    "csv": "text/csv(; charset=utf-8)?", "txt": "text/plain; charset=utf-8", "png": "image/png", "sqlite": "application/vnd.sqlite3",
}
FEEDS = {"feed.xml": "application/atom\\+xml(; charset=utf-8)?", "feed.json": "application/feed\\+json(; charset=utf-8)?"}


def content_type(path):
    return FEEDS.get(path.rpartition("/")[2]) or TYPES[path.rpartition(".")[2]]


def recipe(language):
    return re.search(rf"```{language}\n(.*?)```", GUIDE, re.S).group(1)


def at_path(text, path):
    """The changes that the guide names for a sub-path."""
    if not path:
        return text
    for old, new in (("/404.html", f"/{path}/404.html"), (" /assets/", f" /{path}/assets/"), ("/srv/www/assets", f"/srv/www/{path}/assets")):
        text = text.replace(old, new)
    return text


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """One server with one configuration, on a port of its own, until the end of the block."""

    def __init__(self, name, folder, root, path):
        self.name, self.folder, self.root, self.path = name, folder, root, path
        self.port = free_port()
        self.encodings = ["gzip"]

    def __enter__(self):
        self.folder.mkdir(parents=True)
        self.process = subprocess.Popen(
            getattr(self, self.name)(), stdout=open(self.folder / "output", "w"), stderr=subprocess.STDOUT, cwd=self.folder,
            env={**os.environ, "HOME": str(self.folder), "XDG_DATA_HOME": str(self.folder), "XDG_CONFIG_HOME": str(self.folder)})
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
                return self
            except OSError:
                time.sleep(0.05)
        sys.exit(f"{self.name} does not answer: {(self.folder / 'output').read_text()}")

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(30)

    def nginx(self):
        text = at_path(recipe("nginx"), self.path).replace("/srv/www", str(self.root)).replace("listen 80", f"listen 127.0.0.1:{self.port}")
        modules = ""
        if BROTLI_MODULE.exists():
            modules = f"load_module {BROTLI_MODULE};"
            text = text.replace("    gzip_static on;", "    brotli_static on;\n    gzip_static on;")
            self.encodings.append("br")
        temporary = "\n".join(f"{kind}_temp_path {self.folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        (self.folder / "nginx.conf").write_text(
            f"{modules}\ndaemon off;\nmaster_process off;\npid {self.folder}/pid;\nerror_log {self.folder}/errors;\n"
            f"events {{}}\nhttp {{\naccess_log off;\nsendfile on;\n{temporary}\n{text}}}\n")
        return ["nginx", "-p", self.folder, "-c", self.folder / "nginx.conf", "-e", self.folder / "errors"]

    def caddy(self):
        self.encodings.append("br")
        text = at_path(recipe("caddyfile"), self.path).replace("/srv/www", str(self.root))
        text = text.replace("example.org {", f"http://127.0.0.1:{self.port}, http://example.org:{self.port} {{")
        (self.folder / "Caddyfile").write_text("{\n    admin off\n}\n" + text)
        return ["caddy", "run", "--config", self.folder / "Caddyfile", "--adapter", "caddyfile"]

    def apache(self):
        self.encodings.append("br")
        text = at_path(recipe("apache"), self.path).replace("/srv/www", str(self.root)).replace("*:80", f"127.0.0.1:{self.port}")
        modules = "\n".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so" for name in APACHE_MODULES.split()
                            if pathlib.Path(f"/usr/lib/apache2/modules/mod_{name}.so").exists())
        mime = re.sub(r"</?IfModule.*", "", pathlib.Path("/etc/apache2/mods-available/mime.conf").read_text())
        mime = "\n".join(line for line in mime.splitlines() if not re.match(r"\s*(AddHandler|AddOutputFilter)", line))
        (self.folder / "apache.conf").write_text(
            f"ServerRoot {self.folder}\nPidFile {self.folder}/pid\nListen 127.0.0.1:{self.port}\nErrorLog {self.folder}/errors\n"
            f"User www-data\nGroup www-data\nMaxKeepAliveRequests 0\n{modules}\n{mime}\n{text}")
        return ["apache2", "-X", "-f", self.folder / "apache.conf"] if os.geteuid() else ["apache2", "-D", "FOREGROUND", "-f", self.folder / "apache.conf"]

    def ask(self, path, **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.request("GET", "/" + path, headers={"Host": f"example.org:{self.port}"} | {k.replace("_", "-"): v for k, v in headers.items()})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, answer.headers, body


class Examination:
    """What a visitor's browser relies on, server by server."""

    def __init__(self, server, output):
        self.server, self.files = server, sites.read(output)
        self.prefix = server.path + "/" if server.path else ""
        self.faults = []
        self.count = 0

    def expect(self, what, found, wanted):
        self.count += 1
        is_right = re.fullmatch(wanted, found or "") if isinstance(wanted, str) else found == wanted
        if not is_right:
            self.faults.append(f"{self.server.name} /{self.prefix}: {what}: {found!r}, not {wanted!r}")

    def address(self, path):
        return self.prefix + (path[: -len("index.html")] if path.endswith("index.html") else path)

    def run(self):
        plain = [path for path in self.files if not path.endswith((".gz", ".br")) and not path.startswith(".")]
        by_type = {path.rpartition(".")[2]: path for path in sorted(plain)}
        for extension, path in sorted(by_type.items()):
            status, headers, body = self.server.ask(self.address(path))
            self.expect(f"status of {path}", status, 200)
            self.expect(f"type of {path}", headers["Content-Type"], content_type(path))
            self.expect(f"content of {path}", body == self.files[path], True)
            self.expect(f"encoding of {path}", headers["Content-Encoding"], None)
        self.precompressed(plain)
        self.folders_and_errors()
        self.caching()

    def precompressed(self, plain):
        paths = [path for path in plain if path.count("/") < 2 and path + ".gz" in self.files and path != "404.html"]
        for path in paths:
            for encoding in self.server.encodings:
                status, headers, body = self.server.ask(self.address(path), Accept_Encoding=encoding)
                suffix = {"gzip": ".gz", "br": ".br"}[encoding]
                self.expect(f"status of {path} by {encoding}", status, 200)
                self.expect(f"encoding of {path} by {encoding}", headers["Content-Encoding"], encoding)
                self.expect(f"{path} by {encoding} is its precompressed file", body == self.files[path + suffix], True)
                self.expect(f"type of {path} by {encoding}", headers["Content-Type"], content_type(path))
                self.expect(f"Vary of {path} by {encoding}", "Accept-Encoding" in (headers["Vary"] or ""), True)

    def folders_and_errors(self):
        status, headers, _ = self.server.ask(self.prefix + "spacecraft")
        self.expect("status of a folder without its slash", status in (301, 308), True)
        wanted = f"(http://example.org:{self.server.port})?/{self.prefix}spacecraft/|spacecraft/"
        self.expect("address of a folder without its slash", headers["Location"], wanted)
        for path in ("none", "none/deep/", "spacecraft/none/", "none.html", ".hangar-manifest"):
            status, headers, body = self.server.ask(self.prefix + path)
            self.expect(f"status of {path}", status, 404)
            self.expect(f"page for {path}", body == self.files["404.html"], True)
            self.expect(f"type of the page for {path}", headers["Content-Type"], TYPES["html"])
        status, _, body = self.server.ask(self.prefix + ".well-known/security.txt")
        self.expect("what stands in .well-known", (status, body == self.files[".well-known/security.txt"]), (200, True))
        status, headers, body = self.server.ask(self.prefix + "none", Accept_Encoding="gzip")
        body = gzip.decompress(body) if headers["Content-Encoding"] == "gzip" else body
        self.expect("status and page by gzip for none", (status, body == self.files["404.html"]), (404, True))

    def caching(self):
        asset = next(path for path in sorted(self.files) if path.startswith("assets/") and path.endswith(".css"))
        self.expect("caching of assets", self.server.ask(self.prefix + asset)[1]["Cache-Control"], "public, max-age=31536000, immutable")
        self.expect("caching of pages", self.server.ask(self.prefix)[1]["Cache-Control"], "no-cache")

    def validators(self, encoding):
        _, headers, _ = self.server.ask(self.prefix + "spacecraft/", Accept_Encoding=encoding)
        return headers["ETag"], headers["Last-Modified"]

    def conditional(self, before, encoding):
        tag, date = before
        if not tag or not date:
            return self.expect(f"validators by {encoding}", before, "an ETag and a date")
        status, _, body = self.server.ask(self.prefix + "spacecraft/", Accept_Encoding=encoding, If_None_Match=tag)
        self.expect(f"If-None-Match by {encoding} after a build that changed nothing", (status, body), (304, b""))
        status, _, body = self.server.ask(self.prefix + "spacecraft/", Accept_Encoding=encoding, If_Modified_Since=date)
        self.expect(f"If-Modified-Since by {encoding} after a build that changed nothing", (status, body), (304, b""))


def examine(options, name, folder, path):
    base = f"https://example.org/{path}/" if path else "https://example.org/"
    site = folder / "site"
    shutil.copytree(sites.ROOT / "Site", site)
    configuration = re.sub(r"(?m)^  compress:\n(?:    .*\n)*", "", (site / "hangar.yml").read_text())
    configuration = configuration.replace("  method: in-place", "  method: in-place\n  compress: {gzip: 9, brotli: 9}")
    (site / "hangar.yml").write_text(re.sub(r"(?m)^base_url: .*", f"base_url: {base}", configuration))
    (site / "static/.well-known").mkdir(parents=True)
    (site / "static/.well-known/security.txt").write_text("Contact: https://example.org/about/\n")
    root = folder / "www"
    root.mkdir()
    output = root / path if path else root
    sites.build(options.hangar, site, output)
    with Server(name, folder / "server", root, path) as server:
        examination = Examination(server, output)
        examination.run()
        encodings = ["identity", *server.encodings]
        before = {encoding: examination.validators(encoding) for encoding in encodings}
        sites.build(options.hangar, site, output)
        for encoding in encodings:
            examination.conditional(before[encoding], encoding)
    return examination


class Load:
    """Clients that ask for every file, several requests on the way at once, and hold each answer to the two builds."""

    BATCH = 8

    def __init__(self, server, states, prefix):
        self.server = server
        self.allowed = {}
        self.faults = []
        self.answers = 0
        # Apache looks up a file's size and opens it after that: a file that is replaced in between is sent with the other's length.
        self.cut = 0
        self.lock = threading.Lock()
        self.has_ended = False
        common = set(states[0][1]) & set(states[1][1])
        if set(states[0][1]) != set(states[1][1]):
            sys.exit(f"the two builds differ in their files: {sorted(set(states[0][1]) ^ set(states[1][1]))[:5]}")
        for path in sorted(common):
            if path.endswith((".gz", ".br")) or path.startswith("."):
                continue
            address = "/" + prefix + (path[: -len("index.html")] if path.endswith("index.html") else path)
            contents = [content[name] for _, content in states for name in (path, path + ".gz") if name in content]
            self.allowed[address] = set(contents)

    def client(self, number):
        addresses = sorted(self.allowed)
        start = number * len(addresses) // 4
        try:
            connection = socket.create_connection(("127.0.0.1", self.server.port), timeout=30)
            stream = connection.makefile("rb", buffering=1 << 16)
            while not self.has_ended:
                batch = [addresses[(start + i) % len(addresses)] for i in range(self.BATCH)]
                start += self.BATCH
                accepts = "Accept-Encoding: gzip\r\n" if (start // self.BATCH + number) % 2 else ""
                connection.sendall("".join(
                    f"GET {address} HTTP/1.1\r\nHost: example.org:{self.server.port}\r\n{accepts}\r\n" for address in batch).encode())
                closes = False
                for address in batch:
                    closes = self.read(stream, address)
                    if closes:
                        break
                with self.lock:
                    self.answers += len(batch)
                if closes:
                    connection.close()
                    connection = socket.create_connection(("127.0.0.1", self.server.port), timeout=30)
                    stream = connection.makefile("rb", buffering=1 << 16)
        except (OSError, ValueError) as error:
            self.faults.append(f"client {number}: {error!r}")

    def read(self, stream, address):
        status = stream.readline()
        headers = {}
        while (line := stream.readline()) not in (b"\r\n", b""):
            name, _, value = line.partition(b":")
            headers[name.lower()] = value.strip()
        if b" 200 " not in status:
            self.faults.append(f"{address}: {status!r}")
        body = stream.read(int(headers[b"content-length"])) if b"content-length" in headers else chunked(stream)
        if b" 200 " in status and body not in self.allowed[address]:
            sizes = sorted(map(len, self.allowed[address]))
            if self.server.name == "apache" and len(body) in sizes:
                self.cut += 1
                return True
            self.faults.append(f"{address}: {len(body)} bytes that are neither build's (of {sizes})")
        return headers.get(b"connection") == b"close"

    def run(self, answers, build):
        clients = [threading.Thread(target=self.client, args=(number,)) for number in range(4)]
        start = time.monotonic()
        for client in clients:
            client.start()
        builds = 0
        while (self.answers < answers or builds < 40) and not self.faults and time.monotonic() - start < 600:
            builds += 1
            build(builds % 2)
        self.has_ended = True
        for client in clients:
            client.join()
        return builds, time.monotonic() - start


def chunked(stream):
    parts = []
    while size := int(stream.readline(), 16):
        parts.append(stream.read(size))
        stream.readline()
    stream.readline()
    return b"".join(parts)


def load(options, name, method, folder, answers):
    states = sites.make(options.hangar, folder / "sites", options.craft, method, "{gzip: 6}", same_paths=True)
    (folder / "www").mkdir()
    output = folder / "www/catalogue"
    sites.build(options.hangar, states[0][0], output)
    with Server(name, folder / "server", folder / "www", "catalogue") as server:
        test = Load(server, states, "catalogue/")
        builds, seconds = test.run(answers, lambda number: sites.build(options.hangar, states[number][0], output))
    changed = sum(states[0][1][path] != states[1][1][path] for path in states[0][1])
    print(f"{name}, {method}: {test.answers} answers in {seconds:.0f} s during {builds} builds of {changed} changed files each (of "
          f"{len(states[0][1])}): {len(test.faults)} faults"
          + (f", {test.cut} cut by the server (see the guide)" if name == "apache" else ""), flush=True)
    return test.faults + ([] if test.answers >= answers else [f"{name}, {method}: only {test.answers} answers"])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hangar", default=sites.ROOT / ".build/release/hangar", type=pathlib.Path)
    parser.add_argument("--answers", default=100_000, type=int)
    parser.add_argument("--craft", default=603, type=int)
    parser.add_argument("--servers", nargs="+", default=["nginx", "caddy", "apache"])
    parser.add_argument("--folder", default="/dev/shm" if os.path.isdir("/dev/shm") else None)
    options = parser.parse_args()
    options.hangar = options.hangar.resolve()
    faults = []
    for name in options.servers:
        if not shutil.which({"apache": "apache2"}.get(name, name)):
            print(f"{name}: NOT TESTED, it is not installed")
            continue
        for path in ("", "catalogue"):
            with tempfile.TemporaryDirectory(dir=options.folder) as folder:
                os.chmod(folder, 0o755)
                os.environ["XDG_CACHE_HOME"] = f"{folder}/cache"
                examination = examine(options, name, pathlib.Path(folder), path)
                print(f"{name} at /{path}: {examination.count} expectations, {len(examination.faults)} not met; "
                      f"encodings {', '.join(examination.server.encodings)}", flush=True)
                faults += examination.faults
        for method in ("in-place", "swap") if options.answers else ():
            with tempfile.TemporaryDirectory(dir=options.folder) as folder:
                os.chmod(folder, 0o755)
                os.environ["XDG_CACHE_HOME"] = f"{folder}/cache"
                faults += load(options, name, method, pathlib.Path(folder), options.answers // (1 if name == "nginx" else 10))
    for fault in faults[:40]:
        print(fault)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
