"""`python -m sandbox`: the practice workspace with its invented school, until it is stopped."""

import argparse
import signal
import sys
import threading
from pathlib import Path

from sandbox.demo_school import NAME, open_school
from sandbox.server import Sandbox


def main(words: list[str] | None = None) -> None:
    asked = _parser().parse_args(words)
    if asked.memory is not None:
        asked.memory.parent.mkdir(parents=True, exist_ok=True)
    sandbox = Sandbox(asked.manifest, memory=asked.memory, port=asked.port, name=NAME)
    open_school(sandbox)
    with sandbox:
        sys.stdout.write(f"The practice workspace is at {sandbox.url}\n")
        sys.stdout.flush()
        _wait_for_the_end()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m sandbox", description=__doc__)
    parser.add_argument("--manifest", type=Path, default=Path("manifest.yml"), help="the app's manifest")
    parser.add_argument("--memory", type=Path, help="a file that keeps everything; without it nothing is kept")
    parser.add_argument("--port", type=int, default=8065, help="0 for any free one")
    return parser


def _wait_for_the_end() -> None:
    stopped = threading.Event()
    for wanted in (signal.SIGINT, signal.SIGTERM):
        signal.signal(wanted, lambda *_: stopped.set())
    # A wait without end would not let Windows deliver the signal.
    while not stopped.wait(timeout=1.0):
        pass


if __name__ == "__main__":
    main()
