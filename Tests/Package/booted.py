"""A Debian that is booted: systemd is its first process. systemd-nspawn does that, in the network of this machine."""

import pathlib
import re
import shutil
import subprocess
import time

from debian import Fault, hold, install, run

SITE = "/var/lib/hangar/site"
OUTPUT = "/var/lib/hangar/www"


class Booted:
    def __init__(self, path):
        self.path = path
        self.process = None

    def boot(self):
        self.process = subprocess.Popen(
            ["systemd-nspawn", "--register=no", "--keep-unit", "--quiet", "--boot", f"--directory={self.path}"],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        for _ in range(300):
            if self.process.poll() is not None:
                raise Fault(f"systemd-nspawn: {self.process.stderr.read()}")
            if self.first and self("systemctl", "is-system-running", fails=True).strip() in ["running", "degraded"]:
                return
            time.sleep(0.2)
        raise Fault("systemd does not get ready")

    @property
    def first(self):
        """The number of its first process."""
        children = pathlib.Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return children[-1] if children else None

    def __call__(self, *command, fails=False):
        """What a command says there, as root."""
        inside = ["nsenter", f"--target={self.first}", "--mount", "--uts", "--ipc", "--pid", "--cgroup", "--root", "--wd"]
        environment = ["env", "--ignore-environment", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C.UTF-8", "DEBIAN_FRONTEND=noninteractive"]
        if fails:
            done = subprocess.run(inside + environment + list(command), capture_output=True, text=True, check=False)
            return done.stdout
        return run(*inside, *environment, *command)

    def state(self, unit, key):
        return self("systemctl", "show", "--value", f"--property={key}", unit).strip()

    def told(self):
        """What the program has said in the journal of its unit, and what libraries have in its name."""
        return [line for line in self("journalctl", "--unit=hangar.service", "--identifier=hangar", "--output=cat").splitlines() if line]

    def shut_down(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait()


def begin(machine, asked):
    """Starts an update, which gets no answer: it is at work until it is ended."""
    machine("systemctl", "start", "--no-block", "hangar.service")
    hold(asked.wait(60), "the update asks for nothing")


def end(machine):
    """Waits until the service is at rest, and what it wanted after a failure too."""
    for _ in range(300):
        if not machine("systemctl", "list-jobs", "--no-legend").strip() and machine.state("hangar.service", "ActiveState") in ["inactive", "failed"]:
            return
        time.sleep(0.2)
    raise Fault("the service does not end")


def ends(machine, root, api):
    """What counts as a failure of the service, and tells somebody by OnFailure=: not that it was stopped."""
    units = root.path / "etc/systemd/system"
    alerted = root.path / "var/lib/alerted"
    (units / "alert.service").write_text("[Service]\nType=oneshot\nExecStart=touch /var/lib/alerted\n")
    (units / "hangar.service.d").mkdir()
    (units / "hangar.service.d/alert.conf").write_text("[Unit]\nOnFailure=alert.service\n# Nobody else starts it this often.\nStartLimitIntervalSec=0\n")
    machine("systemctl", "daemon-reload")
    with api.silent() as asked:
        begin(machine, asked)
        machine("systemctl", "stop", "hangar.service")
        end(machine)
    hold(
        (machine.state("hangar.service", "ActiveState"), machine.state("hangar.service", "Result"), alerted.exists()) == ("inactive", "success", False),
        "an update that was stopped has failed")
    # An update that does not end is ended by the same signal.
    (units / "hangar.service.d/short.conf").write_text("[Service]\nTimeoutStartSec=2s\n")
    machine("systemctl", "daemon-reload")
    with api.silent() as asked:
        begin(machine, asked)
        end(machine)
    hold(
        (machine.state("hangar.service", "ActiveState"), machine.state("hangar.service", "Result"), alerted.exists()) == ("failed", "timeout", True),
        "an update that does not end is no failure")
    (units / "hangar.service.d/short.conf").unlink()
    machine("systemctl", "daemon-reload")
    machine("systemctl", "start", "hangar.service")
    hold(machine.state("hangar.service", "Result") == "success", "an update after one that failed does not do")
    alerted.unlink()


def has_failed(machine, root):
    """Has the service fail for a true reason, which is taken away again."""
    configuration = root.path / SITE.lstrip("/") / "hangar.yml"
    text = configuration.read_text()
    configuration.write_text(text + "nonsense: [\n")
    machine("systemctl", "start", "hangar.service", fails=True)
    hold(machine.state("hangar.service", "ExecMainStatus") == "78", "a configuration that cannot be read is no failure")
    configuration.write_text(text)


def leaves_no_failure(machine, what):
    failed = machine("systemctl", "list-units", "--all", "--state=failed", "--no-legend", "--plain")
    hold("hangar" not in failed, f"the removal {what} has left a failure: {failed}")


def check(step, root, first, later, api, is_served):
    """Installs the first package, has the timer run, upgrades to the later one, removes and purges it.

    `is_served` looks whether a web server can send the site.
    """
    if not shutil.which("systemd-nspawn"):
        step("not booted: systemd-nspawn is not here (apt: systemd-container)")
        return
    machine = Booted(root.path)
    try:
        machine.boot()
        systemd = machine("systemctl", "--version").split()[1]
        install(machine, first)
        hold(machine.state("hangar.timer", "UnitFileState") == "disabled", "the timer is on, and nobody asked for it")
        machine("systemctl", "start", "hangar.service")
        hold(machine.state("hangar.service", "ConditionResult") == "no", "the service runs without a site")
        machine("systemd-analyze", "verify", "--man=no", "/lib/systemd/system/hangar.service", "/lib/systemd/system/hangar.timer")
        exposure = re.search(r"exposure level.*: ([\d.]+ \w+)", machine("systemd-analyze", "security", "--no-pager", "hangar.service"))
        step(f"booted with systemd {systemd}, installed; systemd-analyze verify is silent, security says {exposure[1]}")

        machine("runuser", "-u", "hangar", "--", "hangar", "init", SITE)
        with (root.path / "etc/hangar/environment").open("a") as environment:
            environment.write(f"HANGAR_SOURCE_URL={api.root}\n")
        soon = root.path / "etc/systemd/system/hangar.timer.d/soon.conf"
        soon.parent.mkdir()
        soon.write_text("[Timer]\nOnCalendar=\nOnActiveSec=1s\nRandomizedDelaySec=0\nAccuracySec=1s\n")
        machine("systemctl", "daemon-reload")
        machine("systemctl", "enable", "--now", "hangar.timer")
        for _ in range(300):
            if machine.state("hangar.service", "ExecMainExitTimestampMonotonic") not in ["", "0"]:
                break
            time.sleep(0.2)
        hold(machine.state("hangar.service", "Result") == "success", "the timer's update failed:\n" + "\n".join(machine.told()))
        told = machine.told()
        hold(len(told) == 1 and re.fullmatch(rf"{OUTPUT}: .* files written", told[0]), "the journal has:\n" + "\n".join(told))
        hold(list(root.path.glob("var/cache/hangar/builds/*.json")), "the service does not remember its build")
        is_served()
        step(f"the timer has started the service, under its restrictions, and nginx serves the result: {told[0]}")

        machine("systemctl", "start", "hangar.service")
        hold(machine.told() == told, "an update that finds nothing says something")
        # The group of the web server has no number there.
        machine(
            "systemd-run", "--quiet", "--pipe", "--wait", "--property=User=hangar", "--property=PrivateUsers=true", "hangar", "build", "--quiet",
            f"--site={SITE}", f"--output={OUTPUT}")

        ends(machine, root, api)
        step("an update that was stopped is no failure, one that ran out of time is")

        with api.silent() as asked:
            install(machine, later)
            hold(machine.state("hangar.timer", "ActiveState") == "active", "the upgrade has stopped the timer")
            begin(machine, asked)
            machine("apt-get", "-qq", "-y", "remove", "hangar")
        hold(machine.state("hangar.timer", "ActiveState") == "inactive", "the removal has not stopped the timer")
        leaves_no_failure(machine, "beside an update")
        install(machine, first)
        machine("systemctl", "start", "hangar.service")
        has_failed(machine, root)
        machine("apt-get", "-qq", "-y", "remove", "hangar")
        leaves_no_failure(machine, "after a failure")
        install(machine, first)
        machine("systemctl", "start", "hangar.service")
        machine("apt-get", "-qq", "-y", "purge", "hangar")
        hold("hangar" not in machine("systemctl", "list-unit-files", "--no-legend", "hangar.*", fails=True), "the purge left units")
        hold(not list(root.path.glob("etc/systemd/system/*.wants/hangar*")), "the purge left a link to the timer")
        hold(machine("systemctl", "is-system-running", fails=True).strip() == "running", "something has failed:\n" + machine("systemctl", "--failed"))
        step("upgraded with the timer on, which went on; removed beside an update and after a failure, purged: nothing is left, nothing has failed")
    finally:
        machine.shut_down()
