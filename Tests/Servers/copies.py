"""Copies a built site by the commands of Documentation/Hosting.md as they stand there, and looks that only what changed is sent.

    python3 Tests/Servers/copies.py [--hangar PATH] [--folder DIR]

rsync between two folders; rclone and the AWS client to moto's server (pip install 'moto[server,s3]' awscli). What is missing is said.
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
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Endurance"))
import sites  # noqa: E402

GUIDE = (sites.ROOT / "Documentation/Hosting.md").read_text()
SENT = {
    "rsync": re.compile(r"^[<>ch]f\S+ (.*)$", re.M),
    "rclone": re.compile(r"INFO  : (.*): (?:Copied|Updated)"),
    "aws": re.compile(r"^(?:\S.*\r)?upload: \S+ to s3://example-site/(.*)$", re.M),
}


def recipe(tool):
    block = "sh\nrsync" if tool == "rsync" else f"{tool}\n{tool}"
    text = re.search(rf"```{block} (.*?)```", GUIDE, re.S).group(0)
    return [line for line in text.splitlines() if line.startswith(tool + " ")]


def copy(tool, output, target, environment):
    """Runs the commands; returns the paths that were sent."""
    sent = set()
    for command in recipe(tool):
        into_assets = "assets/" if re.search(r"/assets( |$)", command) else ""
        command = command.replace("example.org:/srv/www/", str(target) + "/").replace("/srv/www", str(output))
        command += {"rsync": " --itemize-changes", "rclone": " -v", "aws": " --no-progress"}[tool]
        result = subprocess.run(command, shell=True, env=environment, capture_output=True, text=True)
        if result.returncode != 0:
            sys.exit(f"{command}: {result.stdout}{result.stderr}")
        # The AWS client names the whole object, the others the path under the folder.
        sent |= {("" if tool == "aws" else into_assets) + path for path in SENT[tool].findall(result.stdout + result.stderr)}
    return sent


class ObjectStore:
    """moto's server with an empty bucket."""

    def __enter__(self):
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.url = f"http://127.0.0.1:{port}"
        self.process = subprocess.Popen(["moto_server", "-H", "127.0.0.1", "-p", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(200):
            try:
                urllib.request.urlopen(urllib.request.Request(self.url + "/example-site", method="PUT"), timeout=5).read()
                return self
            except OSError:
                time.sleep(0.1)
        sys.exit("moto's server does not answer")

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(30)

    @property
    def environment(self):
        environment = {name: value for name, value in os.environ.items() if name != "AWS_CA_BUNDLE"}
        return environment | {
            "AWS_ENDPOINT_URL": self.url, "AWS_ACCESS_KEY_ID": "any", "AWS_SECRET_ACCESS_KEY": "any", "AWS_DEFAULT_REGION": "us-east-1",
            "RCLONE_CONFIG_STORAGE_TYPE": "s3", "RCLONE_CONFIG_STORAGE_PROVIDER": "Other", "RCLONE_CONFIG_STORAGE_ENDPOINT": self.url,
            "RCLONE_CONFIG_STORAGE_ACCESS_KEY_ID": "any", "RCLONE_CONFIG_STORAGE_SECRET_ACCESS_KEY": "any",
        }

    def contents(self):
        """All objects with their caching."""
        import boto3

        client = boto3.client(
            "s3", endpoint_url=self.url, aws_access_key_id="any", aws_secret_access_key="any", region_name="us-east-1")
        objects = {}
        for page in client.get_paginator("list_objects_v2").paginate(Bucket="example-site"):
            for entry in page.get("Contents", []):
                answer = client.get_object(Bucket="example-site", Key=entry["Key"])
                objects[entry["Key"]] = (answer["Body"].read(), answer.get("CacheControl"))
        return objects


def test(tool, hangar, folder, store, target):
    states = sites.make(hangar, folder / "sites", 60, "in-place", "{}", same_paths=False)
    output = folder / "www"
    environment = store.environment if store else dict(os.environ)
    previous = {}
    figures = []
    for number in (0, 0, 1, 1):
        site, fresh = states[number]
        wanted = {path: content for path, content in fresh.items() if path != ".hangar-manifest"}
        # The AWS client compares times by the second.
        time.sleep(1.1)
        sites.build(hangar, site, output)
        sent = copy(tool, output, target, environment)
        changed = {path for path in wanted if previous.get(path) != wanted[path]}
        if sent != changed:
            sys.exit(f"{tool}: sent {len(sent)} files, {len(changed)} changed: {sorted(sent ^ changed)[:5]}")
        found = {key: content for key, (content, _) in store.contents().items()} if store else sites.read(target)
        if found != wanted:
            sys.exit(f"{tool}: the copy differs: {[path for path in found.keys() | wanted.keys() if found.get(path) != wanted.get(path)][:5]}")
        previous = wanted
        figures.append(len(sent))
    if store:
        caching = {(key.startswith("assets/"), value) for key, (_, value) in store.contents().items()}
        if caching != {(True, "public, max-age=31536000, immutable"), (False, "no-cache")}:
            sys.exit(f"{tool}: caching {caching}")
    print(f"{tool}: sent {figures} files: all, none, those that changed, none; the copy is equal each time", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hangar", default=sites.ROOT / ".build/release/hangar", type=pathlib.Path)
    parser.add_argument("--folder", default="/dev/shm" if os.path.isdir("/dev/shm") else None)
    options = parser.parse_args()
    hangar = options.hangar.resolve()
    for tool in ("rsync", "rclone", "aws"):
        missing = [name for name in (tool, *(["moto_server"] if tool != "rsync" else [])) if not shutil.which(name)]
        if missing:
            print(f"{tool}: NOT TESTED, {missing[0]} is not installed")
            continue
        with tempfile.TemporaryDirectory(dir=options.folder) as folder:
            folder = pathlib.Path(folder)
            os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
            if tool == "rsync":
                test(tool, hangar, folder, None, folder / "copy")
            else:
                with ObjectStore() as store:
                    test(tool, hangar, folder, store, "")


if __name__ == "__main__":
    main()
