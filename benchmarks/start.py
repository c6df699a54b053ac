"""How long `roundtable run` takes to be ready on an existing database, and how much memory it holds then."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.figures import Figure, say_ratio, show
from sandbox.identity import APP_TOKEN, BOT_TOKEN
from sandbox.server import Sandbox
from storage.migrate import upgrade
from tests.cast import MANIFEST, Cast, fill

TIMES = 5


def run() -> None:
    with tempfile.TemporaryDirectory() as folder, Sandbox(MANIFEST, rate_limits=False) as sandbox:
        path = Path(folder) / "roundtable.db"
        upgrade(f"sqlite:///{path}")
        fill(Cast(sandbox, f"sqlite:///{path}"))
        environment = {
            **os.environ,
            "SLACK_BOT_TOKEN": BOT_TOKEN,
            "SLACK_APP_TOKEN": APP_TOKEN,
            "SLACK_API_URL": sandbox.api_url,
            "DATABASE_URL": f"sqlite:///{path}",
        }
        rounds = [_start(environment) for _ in range(TIMES)]
        bare = sorted(_import_bolt() for _ in range(TIMES))
    ready = Figure("`roundtable run` until ready", sorted(one for one, _ in rounds))
    show("Starting", [Figure("python with slack_bolt and sqlmodel imported", bare), ready])
    say_ratio("ready, seconds", ready.median / 1000, "under 3")
    say_ratio("resident memory when ready, MB", max(memory for _, memory in rounds), "under 150")


def _start(environment: dict[str, str]) -> tuple[float, float]:
    begun = time.perf_counter()
    child = subprocess.Popen(
        [sys.executable, "-m", "bot", "run"],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        line = child.stdout.readline() if child.stdout else ""
        took = (time.perf_counter() - begun) * 1000
        if "Roundtable is ready" not in line:
            raise RuntimeError(line)
        return took, _resident_mb(child.pid)
    finally:
        child.terminate()
        child.wait(20)


def _import_bolt() -> float:
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", "import slack_bolt, sqlmodel"], check=True)
    return (time.perf_counter() - begun) * 1000


def _resident_mb(pid: int) -> float:
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0
