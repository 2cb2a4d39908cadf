"""Runs one command and writes `seconds cpu-seconds peak-kilobytes status` to the file descriptor that the first argument names.

The kernel counts the memory of the process that starts a command as the command's own until it is replaced. Started from here, what the benchmark
holds in memory does not count; what this small process takes, some ten megabytes, is the least that can be measured.
"""

import os
import sys
import time

start = time.monotonic()
child = os.posix_spawnp(sys.argv[2], sys.argv[2:], os.environ)
_, status, usage = os.wait4(child, 0)
seconds = time.monotonic() - start
line = f"{seconds} {usage.ru_utime + usage.ru_stime} {usage.ru_maxrss} {os.waitstatus_to_exitcode(status)}\n"
os.write(int(sys.argv[1]), line.encode())
