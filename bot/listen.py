"""Hears what Slack delivers, one listener for each kind, and hands every answer back the way that kind allows."""

import logging
import re
from collections.abc import Callable
from typing import Any

from slack_bolt import Ack, App
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.webhook import WebhookClient

from bot import apologies, payloads, views
from bot.clock import Clock
from bot.events import Events
from bot.perform import Performer
from handlers import table
from handlers.conversation import Answer, Choices, Corrections, Form, Quiet, Reply, Request

log = logging.getLogger("roundtable")
ANY = re.compile(".*")
Payload = dict[str, Any]


class Listener:
    """Bolt's listeners. Work first, acknowledge last: until then an error can still become the person's apology."""

    def __init__(self, performer: Performer, events: Events, clock: Clock, workspace_url: str) -> None:
        self._performer = performer
        self._events = events
        self._clock = clock
        self._workspace_url = workspace_url
        self.last_heard_at = clock.now()

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
        request = payloads.from_command(body, self._heard())
        answer = self._performer.answer(table.find_command(body["command"], request.words), request)
        answer = self._open(answer, client, body, request) if isinstance(answer, Form) else answer
        if isinstance(answer, Reply):
            ack(response_type="ephemeral", **views.message(answer))
        else:
            ack()

    def hear_shortcut(self, ack: Ack, body: Payload, client: WebClient) -> None:
        request = payloads.from_shortcut(body, self._heard(), self._workspace_url)
        verb = table.SHORTCUTS.get(body["callback_id"])
        answer = self._performer.answer(verb, request, aside=True) if verb else Quiet()
        answer = self._open(answer, client, body, request) if isinstance(answer, Form) else answer
        if isinstance(answer, Reply):
            self._show_notice(client, body, answer)
        ack()

    def hear_button(self, ack: Ack, body: Payload, client: WebClient) -> None:
        request = payloads.from_button(body, self._heard())
        verb = table.BUTTONS.get(body["actions"][0]["action_id"])
        answer = self._performer.answer(verb, request) if verb else Quiet()
        self._answer_button(answer, client, body, request)
        ack()

    def hear_submission(self, ack: Ack, body: Payload, client: WebClient) -> None:
        request = payloads.from_submission(body, self._heard())
        verb = table.FORMS.get(body["view"]["callback_id"])
        answer = self._performer.answer(verb, request, aside=True) if verb else Quiet()
        _close_form(answer, ack, body["view"])

    def hear_search(self, ack: Ack, body: Payload) -> None:
        request = payloads.from_search(body, self._heard())
        verb = table.SEARCHES.get(body["action_id"])
        answer = self._performer.answer(verb, request) if verb else Choices(())
        ack(**views.options(answer if isinstance(answer, Choices) else Choices(())))

    def hear_event(self, ack: Ack, body: Payload) -> None:
        self._events.hear(body, self._heard())
        ack()

    def hear_nothing(self, ack: Ack) -> None:
        ack()

    def hear_error(self, error: Exception) -> None:
        """The net under the listeners: what fell through is logged by type and place, and acknowledged."""
        log.error("fell through: %s", apologies.name_of(error))

    def _heard(self) -> Any:
        self.last_heard_at = self._clock.now()
        return self.last_heard_at

    def _open(self, form: Form, client: WebClient, body: Payload, request: Request) -> Answer:
        """Open a form; when Slack will not, its reason and the typed words are the answer."""
        return _try(lambda: client.views_open(trigger_id=body["trigger_id"], view=views.modal(form)), request)

    def _show_notice(self, client: WebClient, body: Payload, reply: Reply) -> None:
        _try(lambda: client.views_open(trigger_id=body["trigger_id"], view=views.notice(reply)))

    def _answer_button(self, answer: Answer, client: WebClient, body: Payload, request: Request) -> None:
        view = body.get("view")
        if isinstance(answer, Form):
            answer = self._show_form(answer, client, body, request)
        if not isinstance(answer, Reply):
            return
        if body.get("response_url"):
            _respond(body["response_url"], answer)
        elif view is not None and view["type"] == "modal":
            _try(lambda: client.views_update(view_id=view["id"], view=views.notice(answer)))
        else:
            self._show_notice(client, body, answer)

    def _show_form(self, form: Form, client: WebClient, body: Payload, request: Request) -> Answer:
        view = body.get("view")
        if view is None or view["type"] == "home":
            return self._open(form, client, body, request)
        if form.replaces:
            return _try(lambda: client.views_update(view_id=view["id"], view=views.modal(form)), request)
        return _try(lambda: client.views_push(trigger_id=body["trigger_id"], view=views.modal(form)), request)


def _close_form(answer: Answer, ack: Ack, view: Payload) -> None:
    if isinstance(answer, Corrections):
        ack(response_action="errors", errors=dict(answer.errors))
    elif isinstance(answer, Form):
        ack(response_action="update" if answer.replaces else "push", view=views.modal(answer))
    elif isinstance(answer, Reply):
        _tell_in_form(answer, ack, view)
    else:
        ack(response_action="clear")


def _tell_in_form(reply: Reply, ack: Ack, view: Payload) -> None:
    """A refusal stands under the first field, so that all that was typed stays where it is."""
    first = next((block["block_id"] for block in view["blocks"] if block["type"] == "input"), None)
    if first is not None and not reply.blocks[1:]:
        ack(response_action="errors", errors={first: reply.text})
    else:
        ack(response_action="update", view=views.notice(reply))


def _respond(url: str, reply: Reply) -> None:
    """Answer where the button stood: beside the message, or in its place."""
    made = views.message(reply)
    try:
        WebhookClient(url).send(
            text=made["text"], blocks=made["blocks"], response_type="ephemeral", replace_original=reply.replaces
        )
    except (SlackClientError, OSError) as error:
        log.error("answer lost: %s", apologies.name_of(error))


def _try(call: Callable[[], object], request: Request | None = None) -> Answer:
    try:
        call()
    except (SlackApiError, SlackClientError, OSError) as error:
        return apologies.apologize(error, request.words if request else "")
    return Quiet()
