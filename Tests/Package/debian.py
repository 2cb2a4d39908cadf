"""A Debian in a folder, made by debootstrap from the mirror that this machine's apt has."""

import os
import pathlib
import re
import shutil
import subprocess


class Fault(Exception):
    pass


def hold(condition, what):
    if not condition:
        raise Fault(what)


def run(*command, **options):
    done = subprocess.run(command, capture_output=True, text=True, **options)
    if done.returncode != 0:
        raise Fault(f"{' '.join(map(str, command))} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


def mirror():
    """The address and the suite of Debian from which this machine's packages come."""
    lines = run("apt-get", "indextargets", "--format", "$(REPO_URI) $(RELEASE) $(ORIGIN)", "Created-By: Packages").splitlines()
    codename = re.search(r"^VERSION_CODENAME=(.*)$", pathlib.Path("/etc/os-release").read_text(), re.MULTILINE).group(1)
    for line in lines:
        address, suite, *origin = line.split()
        if suite == codename and origin == ["Debian"]:
            return address, suite
    raise Fault(f"apt knows no mirror of Debian {codename}; run apt-get update")


class Root:
    """A Debian in a folder."""

    def __init__(self, path):
        self.path = path
        self.mounts = []

    def __call__(self, name):
        return self.path / name.lstrip("/")

    def make(self, base):
        """Of a copy of the base, where that is there."""
        if not base or not base.is_dir():
            address, suite = mirror()
            run("debootstrap", "--variant=minbase", suite, str(base or self.path), address)
        if base:
            run("cp", "--archive", str(base), str(self.path))
        for name in ["proc", "dev"]:
            run("mount", "--bind", f"/{name}", str(self(name)))
            self.mounts.append(self(name))
        for settings in pathlib.Path("/etc/apt/apt.conf.d").glob("*"):
            # A proxy, if this machine has one.
            if "Proxy" in settings.read_text():
                shutil.copy(settings, self("etc/apt/apt.conf.d"))
        # Nothing is to be started.
        self("usr/sbin/policy-rc.d").write_text("#!/bin/sh\nexit 101\n")
        self("usr/sbin/policy-rc.d").chmod(0o755)

    def run(self, *command, user=None, **options):
        environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
        for name in ["http_proxy", "https_proxy"]:
            if name in os.environ:
                environment[name] = os.environ[name]
        prefix = ["runuser", "-u", user, "--"] if user else []
        return run("chroot", str(self.path), *prefix, *command, env=environment, **options)

    def apt(self, *arguments):
        return self.run("apt-get", "-qq", "-y", "-o", "Dpkg::Options::=--force-confold", "--no-install-recommends", *arguments)

    def unmount(self):
        for place in reversed(self.mounts):
            subprocess.run(["umount", "--lazy", str(place)], check=False)
        self.mounts = [place for place in self.mounts if os.path.ismount(place)]

    def clear(self):
        self.unmount()
        if not self.mounts and self.path.exists():
            shutil.rmtree(self.path)

    def shape(self, name):
        """Mode, owner and group of a file."""
        return self.run("stat", "--format", "%a %U %G", name).strip()


def install(run_there, package):
    """Installs a package whose file is there, by the apt of a Debian."""
    run_there("apt-get", "-qq", "-y", "-o", "Dpkg::Options::=--force-confold", "--no-install-recommends", "install", package)
