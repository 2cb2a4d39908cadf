#!/usr/bin/env python3
"""Tests the Debian package in a Debian without Swift.

    sudo python3 Tests/Package/run.py .build/hangar_0.1.0-1_amd64.deb     (or: make test-package)

It makes a small Debian by debootstrap in a temporary folder, from the mirror that this machine's apt has, and there: installs the package by
apt, makes a site, runs the command of the packaged unit as its user against an API on this machine, serves the result by nginx to
www-data and to nobody else, upgrades to a package of a later version, removes it, installs it again, and purges it. After each step it looks at what must be
there and what must not.

Then it boots another such Debian by systemd-nspawn, where that is: there the timer starts the service, under the restrictions of its unit,
and goes on after an upgrade.

It needs root (chroot and mount), debootstrap, and a mirror that can be reached.
"""

import argparse
import os
import pathlib
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request

REPOSITORY = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY / "Tests/Endurance"))
import booted  # noqa: E402
import stub_api  # noqa: E402
from debian import Fault, Root, hold, run  # noqa: E402

SITE = "/var/lib/hangar/site"
OUTPUT = "/var/lib/hangar/www"


def is_free_of_swift(root):
    hold(not list(root.path.glob("usr/lib/**/libswift*")), "there is a library of Swift")
    hold(not any(root(f"{folder}/swift").exists() for folder in ["usr/bin", "usr/local/bin"]), "there is a Swift")


def is_installed(root, version):
    hold(root.run("hangar", "--version").strip() == version, "hangar tells another version")
    for name in [
        "usr/share/man/man1/hangar.1.gz", "usr/share/bash-completion/completions/hangar", "usr/share/zsh/vendor-completions/_hangar",
        "usr/share/fish/vendor_completions.d/hangar.fish", "usr/share/doc/hangar/copyright", "usr/share/doc/hangar/README.Debian",
    ]:
        hold(root(name).is_file(), f"{name} is missing")
    for name, shape in [
        ("/var/lib/hangar", "755 hangar hangar"), (SITE, "750 hangar hangar"), (OUTPUT, "2750 hangar www-data"),
        ("/etc/hangar/environment", "600 root root"),
    ]:
        hold(root.shape(name) == shape, f"{name} is {root.shape(name)} and not {shape}")
    hold(not list(root.path.glob("etc/systemd/system/*.wants/hangar*")), "the timer is on, and nobody asked for it")


def unit(root, key):
    text = root("lib/systemd/system/hangar.service").read_text()
    return re.search(rf"^{key}=(.*)$", text, re.MULTILINE).group(1)


def update(root, api):
    """Runs what the unit runs, with the umask, the variables and the user that it gives."""
    hold(unit(root, "User") == "hangar", "the unit has another user")
    command = f"umask {unit(root, 'UMask')}; set -a; . /etc/hangar/environment; exec runuser -u hangar -- {unit(root, 'ExecStart')}"
    return root.run("sh", "-c", f"export HANGAR_SOURCE_URL={api.root} XDG_CACHE_HOME=/var/cache; install -d -o hangar -g hangar /var/cache/hangar; {command} 2>&1")


def serve(root):
    """nginx with the output, as www-data."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    root("etc/nginx/hangar-test.conf").write_text(f"""
pid /run/hangar-test.pid;
error_log stderr;
user www-data;
events {{}}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    server {{
        listen 127.0.0.1:{port};
        root {OUTPUT};
        error_page 404 /404.html;
    }}
}}
""")
    return port, subprocess.Popen(
        ["chroot", str(root.path), "nginx", "-c", "/etc/nginx/hangar-test.conf", "-g", "daemon off;"], stderr=subprocess.PIPE, text=True)


def status(port, path):
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def is_served(root, craft):
    port, server = serve(root)
    try:
        for attempt in range(100):
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                hold(attempt < 99 and server.poll() is None, "nginx does not start")
                time.sleep(0.1)
        code, page = status(port, "/")
        hold(code == 200 and "</html>" in page, f"the home page is answered by {code}")
        pages = sorted(path.name for path in root(f"{OUTPUT}/spacecraft").iterdir() if path.is_dir() and re.match(r"\d+-", path.name))
        hold(len(pages) == craft, f"there are {len(pages)} pages of {craft} craft")
        for name in pages:
            hold(status(port, f"/spacecraft/{name}/")[0] == 200, f"/spacecraft/{name}/ is not served")
        hold(status(port, "/nothing/")[0] == 404, "what is not there is served")
    finally:
        server.terminate()
        server.wait()
    reads = subprocess.run(["chroot", str(root.path), "runuser", "-u", "nobody", "--", "ls", OUTPUT], capture_output=True, check=False)
    hold(reads.returncode != 0, "everybody can read the site")


def later_version(package, folder):
    """The same package as one of a later version."""
    tree = folder / "later"
    run("dpkg-deb", "--raw-extract", str(package), str(tree))
    control = tree / "DEBIAN/control"
    version = re.search(r"^Version: (.*)$", control.read_text(), re.MULTILINE).group(1)
    control.write_text(control.read_text().replace(f"Version: {version}\n", f"Version: {version}+later\n"))
    later = folder / "later.deb"
    run("dpkg-deb", "--root-owner-group", "--build", str(tree), str(later))
    return version, later


def step(text):
    print(f"{time.monotonic() - START:6.1f} s  {text}", flush=True)


START = time.monotonic()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package", type=pathlib.Path)
    parser.add_argument("--craft", type=int, default=40)
    parser.add_argument("--base", type=pathlib.Path, help="a folder in which debootstrap's work is kept for the next run")
    options = parser.parse_args()
    if os.geteuid() != 0 or not shutil.which("debootstrap"):
        print("not tested: this needs root and debootstrap (apt: debootstrap)", file=sys.stderr)
        return 69
    folder = pathlib.Path(tempfile.mkdtemp(prefix="hangar-package-"))
    root = Root(folder / "root")
    api = stub_api.StubAPI(options.craft)
    try:
        version, later = later_version(options.package, folder)
        root.make(options.base)
        root.apt("update")
        is_free_of_swift(root)
        step("a Debian without Swift is there")

        for name, source in [("first", options.package), ("later", later)]:
            shutil.copy(source, root(f"tmp/{name}.deb"))
        root.apt("install", "/tmp/first.deb", "nginx-light")
        is_installed(root, version.rpartition("-")[0])
        is_free_of_swift(root)
        step(f"installed: hangar {version}")

        root.run("hangar", "init", SITE, user="hangar")
        said = update(root, api)
        hold(said.count("\n") == 1, f"the first update says: {said}")
        step(f"updated by the unit's command: {said.strip()}")
        is_served(root, options.craft)
        step("nginx serves each page, and nobody but www-data reads them")

        environment = root("etc/hangar/environment")
        environment.write_text(environment.read_text() + "LAUNCH_LIBRARY_KEY=kept\n")
        before = {name: root(name).read_bytes() for name in [f"{SITE}/hangar.yml", f"{SITE}/data/snapshot.json", "etc/hangar/environment"]}
        root.apt("install", "/tmp/later.deb")
        hold("+later" in root.run("dpkg-query", "-W", "hangar"), "the later version is not installed")
        is_installed(root, version.rpartition("-")[0])
        hold(all(root(name).read_bytes() == bytes for name, bytes in before.items()), "the upgrade changed what is the administrator's")
        hold(update(root, api) == "", "an update that finds nothing says something")
        api.variant = 1
        said = update(root, api)
        hold(said.count("\n") == 1, f"an update that finds something says: {said}")
        is_served(root, options.craft)
        step(f"upgraded, and updated again: {said.strip()}")

        root.apt("remove", "hangar")
        hold(not root("usr/bin/hangar").exists() and not root("lib/systemd/system/hangar.timer").exists(), "the removal left the program")
        hold(all(root(name).exists() for name in before), "the removal took what is the administrator's")
        step("removed: program and units are gone; site, history and configuration stay")

        root.apt("install", "/tmp/first.deb")
        hold("LAUNCH_LIBRARY_KEY=kept" in environment.read_text(), "installing again replaced the variables")
        root.apt("purge", "hangar")
        left = [name for name in ["etc/hangar", "var/lib/hangar", "var/cache/hangar", "usr/share/hangar"] if root(name).exists()]
        hold(not left, f"the purge left {left}")
        hold("hangar" not in root("etc/passwd").read_text(), "the purge left the user")
        step("installed again and purged: nothing is left")
        root.clear()

        root = Root(folder / "booted")
        root.make(options.base)
        root.apt("update")
        root.apt("install", "systemd", "systemd-sysv", "dbus", "nginx-light")
        root("usr/sbin/policy-rc.d").unlink()
        # The test starts it by a configuration of its own. Debian's wants the port 80 of this machine, which may be somebody's.
        root("etc/systemd/system/nginx.service").symlink_to("/dev/null")
        root.unmount()
        for name, source in [("first", options.package), ("later", later)]:
            shutil.copy(source, root(f"root/{name}.deb"))
        booted.check(step, root, "/root/first.deb", "/root/later.deb", api, lambda: is_served(root, options.craft))
    except Fault as fault:
        print(f"FAULT: {fault}", file=sys.stderr)
        return 1
    finally:
        api.stop()
        root.clear()
        shutil.rmtree(folder, ignore_errors=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
