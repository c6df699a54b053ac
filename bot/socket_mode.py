"""Hears Slack over Socket Mode, and has a new connection within moments when the old one breaks or ends."""

import json
import logging
import threading
from typing import Any

from slack_bolt import BoltResponse
from slack_sdk.errors import SlackClientNotConnectedError
from slack_sdk.socket_mode.request import SocketModeRequest

from bot import apologies, slack
from bot.call import Call
from bot.steady_app import SteadyApp

log = logging.getLogger("roundtable")

SLACK_SECONDS = 10
LOOK_EVERY_SECONDS = 0.25
LONGEST_WAIT_SECONDS = 30.0
FAREWELL_SECONDS = 10.0
LONGEST_FRAME = 65_000  # the SDK cannot write a longer one (slackapi/bolt-python#327)


class Line:
    """Always one connection, and the watchdog that sees to it. While Slack ends one, two are open."""

    def __init__(self, app: SteadyApp, app_token: str) -> None:
        self._app = app
        self._client = slack.make_client(app_token, app.client.base_url, SLACK_SECONDS)
        self._call: Call | None = None
        self._stopping = threading.Event()
        self._watch = threading.Thread(target=self._keep_watch, name="watchdog", daemon=True)

    @property
    def is_connected(self) -> bool:
        return self._call is not None and self._call.is_well

    def open(self) -> None:
        """Connect, and keep watch. Raises slack.SlackSilent or call.NoLine when Slack will not have us."""
        self._call = self._dial()
        self._watch.start()

    def close(self) -> None:
        """Hear nothing more, and finish what was heard."""
        self._stopping.set()
        if self._watch.is_alive():
            self._watch.join(timeout=SLACK_SECONDS)
        if self._call is not None:
            self._call.hang_up()

    def _dial(self) -> Call:
        call = Call(self._client, self._hear)
        try:
            call.dial()
        except BaseException:
            call.hang_up()
            raise
        return call

    def _keep_watch(self) -> None:
        wait = LOOK_EVERY_SECONDS
        while not self._stopping.wait(wait):
            call = self._call
            if call is None or not call.is_well or call.is_ending:
                wait = self._replace(call, wait)

    def _replace(self, old: Call | None, wait: float) -> float:
        """Returns the seconds to wait before looking again, longer after each failure."""
        is_ending = old is not None and old.is_well
        log.info("Slack ends the line; connecting anew" if is_ending else "the line is down; connecting anew")
        if old is not None and not is_ending:
            old.cut()  # or Slack might go on talking to deaf ears
        try:
            self._call = self._dial()
        except Exception as error:  # whatever it is, the next look tries again
            log.warning("no line yet: %s", apologies.shown(error))
            named = error.retry_after if isinstance(error, slack.SlackSilent) else 0.0
            return named or min(LONGEST_WAIT_SECONDS, wait * 2)
        log.info("the line is up")
        if old is not None:
            threading.Thread(target=self._retire, args=(old,), name="farewell", daemon=True).start()
        return LOOK_EVERY_SECONDS

    def _retire(self, old: Call) -> None:
        """What Slack laid into the old line before ending it is still heard."""
        left = FAREWELL_SECONDS
        while left > 0 and old.is_well and not self._stopping.wait(LOOK_EVERY_SECONDS):
            left -= LOOK_EVERY_SECONDS
        old.hang_up()

    def _hear(self, call: Any, request: SocketModeRequest) -> None:
        """Every envelope is answered, but for an event that is to come again (see Events)."""
        answer = self._app.hear(request.payload)
        if answer.status == 200:
            self._send(call, envelope(request.envelope_id, answer))

    def _send(self, call: Call, written: str) -> None:
        """Through the line it came on, or through the one that replaced it meanwhile."""
        for one in (call, self._call):
            try:
                if one is not None and one.is_connected():
                    return one.send_message(written)
            except (SlackClientNotConnectedError, OSError):
                continue
        return log.warning("an answer found no line")


def envelope(envelope_id: str, answer: BoltResponse) -> str:
    """The answer to one envelope. Characters stay themselves: escaped, a list of names may outgrow a frame."""
    carried: dict[str, Any] = {"envelope_id": envelope_id}
    if answer.body:
        carried["payload"] = _payload(answer.body)
    written = json.dumps(carried, ensure_ascii=False, separators=(",", ":"))
    if len(written.encode()) > LONGEST_FRAME:
        log.error("an answer of %d characters is too long for the line", len(written))
        return json.dumps({"envelope_id": envelope_id})
    return written


def _payload(body: str) -> dict[str, Any]:
    """Bolt gives structures as JSON, and mere words as themselves."""
    try:
        found = json.loads(body)
    except ValueError:
        found = None
    return found if isinstance(found, dict) else {"text": body}
