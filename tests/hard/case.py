"""Runs the program on one input and holds what it does against what is wanted."""

import os
import re
import resource
import subprocess
import time

SECONDS = 60
FINE, SCRIPT, USAGE, STORE, OUTPUT = 0, 1, 2, 4, 5


def limited(megabytes):
    """For `before`: the program gets no more address space."""
    def limit():
        size = megabytes << 20
        resource.setrlimit(resource.RLIMIT_AS, (size, size))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    return limit


def is_sanitized(koers):
    with open(koers, "rb") as file:
        return b"__asan_init" in file.read()


class Cases:
    """Counts what passed. Every run has to end by itself, with a status of its own and
    without a control character on either stream."""

    def __init__(self, koers):
        self.koers = os.path.abspath(koers)
        self.passed = 0
        self.failed = 0

    def check(self, name, good, what=""):
        if good:
            self.passed += 1
        else:
            self.failed += 1
            print(f"FAILED {name}: {what}")

    def run(self, name, script=None, args=None, status=FINE, out=None, err=None,
            raw=False, before=None):
        """`out` and `err` are patterns; a script that ends well says nothing on standard
        error. `raw`: control characters may come."""
        if script is not None:
            with open("input.koers", "wb") as file:
                file.write(script if isinstance(script, bytes) else script.encode())
        start = time.time()
        try:
            done = subprocess.run([self.koers] + (args or ["run", "input.koers"]),
                                  stdin=subprocess.DEVNULL, capture_output=True,
                                  timeout=SECONDS, preexec_fn=before, check=False)
        except subprocess.TimeoutExpired:
            self.check(name, False, f"not done after {time.time() - start:.0f} s")
            return
        texts = [done.stdout.decode("utf8", "replace"),
                 done.stderr.decode("utf8", "replace")]
        wrong = []
        if done.returncode != status:
            wrong.append(f"status {done.returncode}, wanted {status}")
        for text, pattern in zip(texts, (out, err)):
            if pattern is not None and not re.search(pattern, text):
                wrong.append(f"no {pattern}")
            if not raw and re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f]", text):
                wrong.append("a control character")
        if status == FINE and err is None and texts[1]:
            wrong.append("a message")
        shown = "\n".join(line[:200] for line in "\n".join(texts).split("\n")[:20])
        self.check(name, not wrong, f"{'; '.join(wrong)}\n{shown}")
