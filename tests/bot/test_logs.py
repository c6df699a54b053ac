"""What is written down holds nobody's words (PRV-22): whatever a library or an error says, place and type are all."""

import io
import logging
import sys
import threading
from collections.abc import Iterator

import pytest

from bot import logs

CANARY = "Maya Tern bit her pencil"


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """What the real log writes, caught; the test run's own logging comes back afterwards."""
    root = logging.getLogger()
    before = (root.handlers, root.level, logging.raiseExceptions, sys.excepthook, threading.excepthook)
    unraisable = sys.unraisablehook
    caught = io.StringIO()
    monkeypatch.setattr(sys, "stderr", caught)
    logs.set_up("INFO")
    yield caught
    logging.captureWarnings(False)
    root.handlers, root.level, logging.raiseExceptions, sys.excepthook, threading.excepthook = before
    sys.unraisablehook = unraisable


def test_our_own_lines_are_written_with_time_and_level(written: io.StringIO) -> None:
    logs.log.info("post %d waits", 7)
    time, level, words = written.getvalue().split(" ", 2)
    assert time.endswith("Z")
    assert (level, words) == ("INFO", "post 7 waits\n")


@pytest.mark.parametrize("name", ["slack_bolt.App", "slack_sdk.web", "sqlalchemy.engine", "app.py:hear", "py.warnings"])
def test_prv_22_a_librarys_words_never_reach_the_log(written: io.StringIO, name: str) -> None:
    logging.getLogger(name).warning(f"Unhandled request {CANARY}")
    assert CANARY not in written.getvalue()
    assert f"WARNING {name} at test_logs:" in written.getvalue()


@pytest.mark.parametrize("name", ["slack_bolt", "slack_sdk", "apscheduler", "sqlalchemy"])
def test_what_libraries_say_below_a_warning_is_not_even_put_into_words(written: io.StringIO, name: str) -> None:
    assert logging.getLogger(name).level == logging.WARNING


def test_prv_22_an_error_is_its_type_and_place(written: io.StringIO) -> None:
    try:
        raise ValueError(CANARY)
    except ValueError as error:
        logs.log.error("trouble %s: %s", "abc", error)
        logs.log.exception("once more")
    assert CANARY not in written.getvalue()
    assert written.getvalue().count("ValueError at bot.test_logs:") == 2


def test_prv_22_a_crash_leaves_no_values_behind(written: io.StringIO) -> None:
    def crash() -> None:
        raise ValueError(CANARY)

    thread = threading.Thread(target=crash)
    thread.start()
    thread.join()
    sys.excepthook(ValueError, ValueError(CANARY), None)
    assert CANARY not in written.getvalue()
    assert written.getvalue().count("CRITICAL stopped by ValueError") == 2


def test_prv_22_a_broken_log_line_is_not_printed_with_its_values(written: io.StringIO) -> None:
    logs.log.info("%d children", CANARY)
    assert CANARY not in written.getvalue()
