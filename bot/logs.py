"""Writes the log: our own lines as they are, and of everybody else's only where they arose (PRV-22, PRV-24)."""

import logging
import sys
import threading
import time
import traceback
import types

# The libraries' own lines repeat payloads, tokens and SQL. Bolt looks at these loggers' own level, not the
# effective one, and would put every payload into words for nobody where none is set.
OTHERS = ("slack_bolt", "slack_sdk", "apscheduler", "sqlalchemy", "alembic", "asyncio", "py.warnings")
OURS = "roundtable"

log = logging.getLogger(OURS)


class Discreet(logging.Formatter):
    """Time, level, words. Whatever is not ours loses its words; an error becomes its type and place."""

    def format(self, record: logging.LogRecord) -> str:
        words = _own_words(record) if _is_ours(record) else f"{record.name} at {record.module}:{record.lineno}"
        error = record.exc_info[1] if record.exc_info else None
        ending = f" ({name_of(error)})" if error else ""
        moment = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
        return f"{moment}.{int(record.msecs):03d}Z {record.levelname} {words}{ending}"


def set_up(level: str = "INFO") -> None:
    """Log to standard error; nothing else writes there with somebody's words in it, not even a crash."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Discreet())
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)
    log.setLevel(level)
    quiet_others()
    logging.captureWarnings(True)
    logging.raiseExceptions = False  # a broken log line would be printed with all its values
    sys.excepthook = _log_uncaught
    threading.excepthook = _log_uncaught_in_thread
    sys.unraisablehook = _log_unraisable


def quiet_others() -> None:
    for name in OTHERS:
        logging.getLogger(name).setLevel(logging.WARNING)


def name_of(error: BaseException) -> str:
    """An error's type and where it arose, never its message: messages repeat what people wrote (PRV-22)."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f" at {_module_of(frames[-1].filename)}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__}{place}"


def _is_ours(record: logging.LogRecord) -> bool:
    return record.name == OURS or record.name.startswith(f"{OURS}.")


def _own_words(record: logging.LogRecord) -> str:
    """Our own line; an error that was laid into it is named, not quoted."""
    if isinstance(record.args, tuple) and record.args:
        given = tuple(name_of(one) if isinstance(one, BaseException) else one for one in record.args)
        return str(record.msg) % given
    return record.getMessage()


def _module_of(filename: str) -> str:
    parts = filename.replace("\\", "/").removesuffix(".py").split("/")
    return ".".join(parts[-2:])


def _log_uncaught(
    kind: type[BaseException], error: BaseException | None, _trace: types.TracebackType | None = None
) -> None:
    if error is not None and not issubclass(kind, KeyboardInterrupt):
        log.critical("stopped by %s", error)


def _log_uncaught_in_thread(lost: threading.ExceptHookArgs) -> None:
    _log_uncaught(lost.exc_type, lost.exc_value)


def _log_unraisable(lost: "sys.UnraisableHookArgs") -> None:
    _log_uncaught(lost.exc_type, lost.exc_value)
