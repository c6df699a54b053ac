"""The ways an answer takes back to a person. Any of them may fail; then the next one is tried."""

import copy
import logging
import time
from collections.abc import Callable, Mapping
from typing import Any

from slack_sdk import WebClient
from slack_sdk.webhook import WebhookClient

from bot import apologies, slack, views
from bot.apologies import Sorry
from handlers.conversation import Answer, Form, Quiet, Reply

log = logging.getLogger("roundtable")
Payload = Mapping[str, Any]

SECONDS_IN_ALL = 2.0  # of Slack's three, from hearing to answering
LEAST_SECONDS = 0.5
DEEPEST = 3  # modals on top of each other


class WayBack:
    """From one interaction back to who did it."""

    def __init__(self, client: WebClient, body: Payload) -> None:
        self._client = client
        self._body = body
        self._view: Payload = body.get("view") or {}
        self._until = time.monotonic() + SECONDS_IN_ALL

    def open(self, form: Form, words: str = "") -> Answer:
        """Show a form; where Slack will not, its reason and the typed words are the answer."""
        try:
            self._show(views.modal(form), replaces=form.replaces)
        except slack.SlackSilent as silence:
            return apologies.apologize(silence, words)
        return Quiet()

    def tell(self, reply: Reply) -> None:
        """Say it privately: beside the button, else in a window of its own, else directly."""
        ways: list[Callable[[Reply], None]] = [self._in_window, self._directly]
        if self._body.get("response_url"):
            ways.insert(0 if self._body.get("type") == "block_actions" else 1, self._beside)
        for way in ways:
            try:
                way(reply)
            except slack.SlackSilent as silence:
                log.warning("an answer found no way back: %s", silence.error)
            else:
                return

    def is_deepest(self) -> bool:
        """Whether nothing more can be laid over the form."""
        return depth_of(self._view) >= DEEPEST

    def _show(self, view: dict[str, Any], *, replaces: bool) -> None:
        if self._view.get("type") != "modal":
            self._ask("views.open", trigger_id=self._body["trigger_id"], view=view)
        elif replaces or self.is_deepest():
            self._ask("views.update", view_id=self._view["id"], view=view)
        else:
            self._ask("views.push", trigger_id=self._body["trigger_id"], view=view)

    def _in_window(self, reply: Reply) -> None:
        """A refusal is laid over a form, so that what was typed into it is still there underneath."""
        self._show(views.notice(reply), replaces=not isinstance(reply, Sorry))

    def _beside(self, reply: Reply) -> None:
        """Where the button stood: under the message, or in its place where nobody else reads that message (PRV-12)."""
        url, made = self._body["response_url"], views.message(reply)
        hook = WebhookClient(url, proxy=self._client.proxy, ssl=self._client.ssl, retry_handlers=[])
        hook.timeout = self._left()  # type: ignore[assignment]  # urllib takes fractions
        try:
            answer = hook.send(**made, response_type="ephemeral", replace_original=reply.replaces and self._is_own())
        except Exception as error:
            raise slack.SlackSilent(type(error).__name__, unsure=True) from None
        if answer.status_code != 200:
            raise slack.SlackSilent(f"status_{answer.status_code}")

    def _is_own(self) -> bool:
        """Whether the message whose button was pressed is this person's alone."""
        is_ephemeral = bool((self._body.get("container") or {}).get("is_ephemeral"))
        return is_ephemeral or str((self._body.get("channel") or {}).get("id", "")).startswith("D")

    def _directly(self, reply: Reply) -> None:
        self._ask("chat.postMessage", channel=self._body["user"]["id"], **views.message(reply))

    def _ask(self, method: str, **arguments: Any) -> None:
        own = copy.copy(self._client)  # the other requests' time is not ours
        own.timeout = self._left()  # type: ignore[assignment]  # urllib takes fractions
        slack.ask(own, method, **arguments)

    def _left(self) -> float:
        return max(LEAST_SECONDS, self._until - time.monotonic())


def depth_of(view: Payload) -> int:
    """How many modals lie on top of each other, this one included; 3 may be the most there are."""
    previous = view.get("previous_view_id")
    if not previous:
        return 1
    return 2 if previous == view.get("root_view_id") else DEEPEST
