"""Hears what Slack delivers, one listener for each kind, and hands every answer back the way that kind allows."""

import logging
import re
from datetime import datetime
from typing import Any

from slack_bolt import Ack, App, BoltResponse
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
ANY = re.compile(".*", re.DOTALL)
Payload = dict[str, Any]

NO_SUCH_COMMAND = "I do not know that command. My commands stand in the list that opens when you type a slash."
NO_SUCH_BUTTON = "This button is older than I am now. Please start again from the command, or from my Home tab."
NO_SUCH_FORM = "This form is older than I am now. Please copy your words and open it once more."


class Listener:
    """Bolt's listeners. Work first, acknowledge last: until then an error can still become the person's apology."""

    def __init__(self, performer: Performer, events: Events, clock: Clock, workspace_url: str) -> None:
        self._performer = performer
        self._events = events
        self._clock = clock
        self._workspace_url = workspace_url
        self.last_heard_at: datetime | None = None

    def attach(self, app: App) -> None:
        app.command(ANY)(self.hear_command)
        app.action(ANY)(self.hear_button)
        app.view(ANY)(self.hear_submission)
        app.view_closed(ANY)(self.hear_nothing)
        app.shortcut(ANY)(self.hear_shortcut)
        app.options(ANY)(self.hear_search)
        app.event(ANY)(self.hear_event)
        app.error(self.hear_error)

    def hear_command(self, ack: Ack, body: Payload, client: WebClient) -> None:
        way_back = WayBack(client, body)
        request = payloads.from_command(body, self._heard())
        verb = table.find_command(body["command"], request.words) if body["command"] in table.COMMANDS else None
        answer = self._answer(verb, request, NO_SUCH_COMMAND)
        if isinstance(answer, Form):
            answer = way_back.open(answer, request.words)
        if isinstance(answer, Reply):
            ack(response_type="ephemeral", **views.message(answer))
        else:
            ack()

    def hear_shortcut(self, ack: Ack, body: Payload, client: WebClient) -> None:
        way_back = WayBack(client, body)
        request = payloads.from_shortcut(body, self._heard(), self._workspace_url)
        answer = self._answer(table.SHORTCUTS.get(body["callback_id"]), request, NO_SUCH_COMMAND, aside=True)
        _take_back(way_back, answer, request)
        ack()

    def hear_button(self, ack: Ack, body: Payload, client: WebClient) -> None:
        way_back = WayBack(client, body)
        request = payloads.from_button(body, self._heard())
        action = body["actions"][0]
        verb = table.BUTTONS.get(payloads.name_of_verb(action["action_id"]))
        if verb is not None or not action.get("url"):  # a link has already done its work
            _take_back(way_back, self._answer(verb, request, NO_SUCH_BUTTON), request)
        ack()

    def hear_submission(self, ack: Ack, body: Payload) -> None:
        request = payloads.from_submission(body, self._heard())
        verb = table.FORMS.get(body["view"]["callback_id"])
        close_form(self._answer(verb, request, NO_SUCH_FORM, aside=True), ack, body["view"])

    def hear_search(self, ack: Ack, body: Payload) -> None:
        request = payloads.from_search(body, self._heard())
        verb = table.SEARCHES.get(body["action_id"])
        answer = self._performer.answer(verb, request) if verb else Quiet()
        ack(**views.options(answer if isinstance(answer, Choices) else Choices(())))

    def hear_event(self, ack: Ack, body: Payload) -> BoltResponse | None:
        try:
            self._events.hear(body, self._heard())
        except TryAgain:
            return BoltResponse(status=503, body="")  # unacknowledged, it comes again
        ack()
        return None

    def hear_nothing(self, ack: Ack) -> None:
        ack()

    def hear_error(self, error: Exception, body: Payload) -> BoltResponse:
        """The net under the listeners: whatever fell through, Slack gets an answer, and the person if possible."""
        return last_resort(apologies.apologize(error), body)

    def _answer(self, verb: Verb | None, request: Request, otherwise: str, *, aside: bool = False) -> Answer:
        if verb is None:
            return apologies.with_words(otherwise, request.words)
        return self._performer.answer(verb, request, aside=aside)

    def _heard(self) -> datetime:
        self.last_heard_at = self._clock.now()
        return self.last_heard_at


def close_form(answer: Answer, ack: Ack, view: Payload) -> None:
    if isinstance(answer, Corrections):
        ack(response_action="errors", errors=dict(answer.errors))
    elif isinstance(answer, Form):
        ack(response_action="update" if answer.replaces else "push", view=views.modal(answer))
    elif isinstance(answer, Sorry):
        _refuse_form(answer, ack, view)
    elif isinstance(answer, Reply):
        ack(response_action="update", view=views.notice(answer))
    else:
        ack(response_action="clear")


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


def _refuse_form(sorry: Sorry, ack: Ack, view: Payload) -> None:
    """The sentence under the first field, or laid over the form: all that was typed stays where it is."""
    field = _first_field(view)
    has_more = bool(sorry.blocks[1:])
    if field is None:
        ack(response_action="update", view=views.notice(sorry))
    elif has_more and depth_of(view) < DEEPEST:
        ack(response_action="push", view=views.notice(sorry))
    else:
        ack(response_action="errors", errors={field: sorry.text})


def _first_field(view: Payload) -> str | None:
    for block in view.get("blocks") or ():
        if isinstance(block, dict) and block.get("type") == "input":
            return str(block.get("block_id", ""))
    return None
