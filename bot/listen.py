"""Hears what Slack delivers, each kind in its own way, and hands every answer back the way that kind allows."""

import logging
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from slack_bolt import App, BoltRequest, BoltResponse
from slack_bolt.middleware import Middleware
from slack_sdk import WebClient

from bot import apologies, payloads, views
from bot.apologies import Sorry
from bot.clock import Clock
from bot.events import Events, TryAgain
from bot.perform import Performer
from bot.way_back import DEEPEST, WayBack, depth_of
from handlers import table
from handlers.conversation import Answer, Choices, Corrections, Form, Quiet, Reply, Request, Verb

log = logging.getLogger("roundtable")
Payload = dict[str, Any]
Hear = Callable[[Payload, WebClient], BoltResponse]

NO_SUCH_COMMAND = "I do not know that command. My commands stand in the list that opens when you type a slash."
NO_SUCH_BUTTON = "This button is older than I am now. Please start again from the command, or from my Home tab."
NO_SUCH_FORM = "This form is older than I am now. Please copy your words and open it once more."


class Listener(Middleware):
    """Work first, acknowledge last: until then an error can still become the person's apology.

    The last of Bolt's middleware and no listener of Bolt's: all of a kind goes one way, so there is nothing to match,
    and putting together whatever a listener may ask for, twice, took a sixth of Python's calls for a check-in.
    """

    def __init__(self, performer: Performer, events: Events, clock: Clock, workspace_url: str) -> None:
        self._performer = performer
        self._events = events
        self._clock = clock
        self._workspace_url = workspace_url
        self.last_heard_at: datetime | None = None
        self._hear: Mapping[str, Hear] = {
            "command": self._hear_command,
            "block_actions": self._hear_button,
            "view_submission": self._hear_submission,
            "view_closed": self._hear_nothing,
            "shortcut": self._hear_shortcut,
            "message_action": self._hear_shortcut,
            "block_suggestion": self._hear_search,
            "event_callback": self._hear_event,
        }

    def attach(self, app: App) -> None:
        app.use(self)
        app.error(self.hear_error)

    def process(
        self,
        *,
        req: BoltRequest,
        resp: BoltResponse,
        next: Callable[[], BoltResponse],  # noqa: A002  (Bolt gives it by this name)
    ) -> BoltResponse:
        """What Bolt asks of a middleware: an answer, or `next` for what is not known here."""
        kind = "command" if "command" in req.body else str(req.body.get("type"))
        hear = self._hear.get(kind)
        return hear(req.body, req.context.client) if hear else next()

    def _hear_command(self, body: Payload, client: WebClient) -> BoltResponse:
        way_back = WayBack(client, body)
        request = payloads.from_command(body, self._heard())
        verb = table.find_command(body["command"], request.words) if body["command"] in table.COMMANDS else None
        answer = self._answer(verb, request, NO_SUCH_COMMAND)
        if isinstance(answer, Form):
            answer = way_back.open(answer, request.words)
        if isinstance(answer, Reply):
            return _acknowledge(response_type="ephemeral", **views.message(answer))
        return _acknowledge()

    def _hear_shortcut(self, body: Payload, client: WebClient) -> BoltResponse:
        way_back = WayBack(client, body)
        request = payloads.from_shortcut(body, self._heard(), self._workspace_url)
        answer = self._answer(table.SHORTCUTS.get(body["callback_id"]), request, NO_SUCH_COMMAND, aside=True)
        _take_back(way_back, answer, request)
        return _acknowledge()

    def _hear_button(self, body: Payload, client: WebClient) -> BoltResponse:
        way_back = WayBack(client, body)
        request = payloads.from_button(body, self._heard())
        action = body["actions"][0]
        verb = table.BUTTONS.get(payloads.name_of_verb(action["action_id"]))
        if verb is not None or not action.get("url"):  # a link has already done its work
            _take_back(way_back, self._answer(verb, request, NO_SUCH_BUTTON), request)
        return _acknowledge()

    def _hear_submission(self, body: Payload, _client: WebClient) -> BoltResponse:
        request = payloads.from_submission(body, self._heard())
        verb = table.FORMS.get(body["view"]["callback_id"])
        return _close_form(self._answer(verb, request, NO_SUCH_FORM, aside=True), body["view"])

    def _hear_search(self, body: Payload, _client: WebClient) -> BoltResponse:
        request = payloads.from_search(body, self._heard())
        verb = table.SEARCHES.get(body["action_id"])
        answer = self._performer.answer(verb, request) if verb else Quiet()
        return _acknowledge(**views.options(answer if isinstance(answer, Choices) else Choices(())))

    def _hear_event(self, body: Payload, _client: WebClient) -> BoltResponse:
        try:
            self._events.hear(body, self._heard())
        except TryAgain:
            return BoltResponse(status=503, body="")  # unacknowledged, it comes again
        return _acknowledge()

    def _hear_nothing(self, _body: Payload, _client: WebClient) -> BoltResponse:
        return _acknowledge()

    def hear_error(self, error: Exception, body: Payload) -> BoltResponse:
        """The net under all of them: whatever fell through, Slack gets an answer, and the person if possible."""
        return last_resort(apologies.apologize(error), body)

    def _answer(self, verb: Verb | None, request: Request, otherwise: str, *, aside: bool = False) -> Answer:
        if verb is None:
            return apologies.with_words(otherwise, request.words)
        return self._performer.answer(verb, request, aside=aside)

    def _heard(self) -> datetime:
        self.last_heard_at = self._clock.now()
        return self.last_heard_at


def _acknowledge(**body: Any) -> BoltResponse:
    return BoltResponse(status=200, body=body or "")


def _close_form(answer: Answer, view: Payload) -> BoltResponse:
    if isinstance(answer, Corrections):
        return _acknowledge(response_action="errors", errors=dict(answer.errors))
    if isinstance(answer, Form):
        return _acknowledge(response_action="update" if answer.replaces else "push", view=views.modal(answer))
    if isinstance(answer, Sorry):
        return _refuse_form(answer, view)
    if isinstance(answer, Reply):
        return _acknowledge(response_action="update", view=views.notice(answer))
    return _acknowledge(response_action="clear")


def last_resort(sorry: Sorry, body: Payload) -> BoltResponse:
    """Where a whole answer is not to be had: Slack's own place for a sentence, if the payload has one."""
    if "command" in body:
        return BoltResponse(status=200, body={"response_type": "ephemeral", "text": sorry.text})
    if body.get("type") == "view_submission":
        field = _first_field(body.get("view") or {})
        if field is not None:
            return BoltResponse(status=200, body={"response_action": "errors", "errors": {field: sorry.text}})
    return BoltResponse(status=200, body="")


def _take_back(way_back: WayBack, answer: Answer, request: Request) -> None:
    if isinstance(answer, Form):
        answer = way_back.open(answer, request.words)
    if isinstance(answer, Reply):
        way_back.tell(answer)


def _refuse_form(sorry: Sorry, view: Payload) -> BoltResponse:
    """The sentence under the first field, or laid over the form: all that was typed stays where it is."""
    field = _first_field(view)
    has_more = bool(sorry.blocks[1:])
    if field is None:
        return _acknowledge(response_action="update", view=views.notice(sorry))
    if has_more and depth_of(view) < DEEPEST:
        return _acknowledge(response_action="push", view=views.notice(sorry))
    return _acknowledge(response_action="errors", errors={field: sorry.text})


def _first_field(view: Payload) -> str | None:
    for block in view.get("blocks") or ():
        if isinstance(block, dict) and block.get("type") == "input":
            return str(block.get("block_id", ""))
    return None
