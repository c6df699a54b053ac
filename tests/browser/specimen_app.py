"""The specimen app, written against Slack's public interface only: it shows, opens, answers, and remembers presses."""

import contextlib
import re
import socket
import threading
from pathlib import Path
from typing import Any

from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

from sandbox.identity import APP_TOKEN, BOT_TOKEN, SIGNING_SECRET
from tests.browser.specimen_blocks import (
    FIELD_BLOCKS,
    FORM_BLOCKS,
    PRESSES,
    Json,
    form,
    home,
    mrkdwn,
    option,
    plain,
)

MANIFEST = Path(__file__).parent / "specimen.yml"
ANY = re.compile("")
STUDENTS = ["Maya Tern", "Fen Oakes", "Zadie Pike", "Milo Marsh"]


class Specimen:
    """`heard` holds what the app was told, the newest last."""

    def __init__(self, api_url: str) -> None:
        self.client = WebClient(token=BOT_TOKEN, base_url=api_url)
        self.app = App(client=self.client, signing_secret=SIGNING_SECRET, token_verification_enabled=False)
        self.heard: list[Json] = []
        self._handler = SocketModeHandler(self.app, APP_TOKEN, concurrency=4)
        self._wire()

    def start(self) -> None:
        self._handler.connect()  # type: ignore[no-untyped-call]

    def stop(self) -> None:
        """Told to end just before it begins to listen, the SDK's client never does: so it is told again.

        Its reader may sit in the socket for three seconds; the socket's end wakes it.
        """
        ending = threading.Thread(target=self._handler.close, daemon=True)
        ending.start()
        while ending.is_alive():
            self._handler.client.current_session_state.terminated = True
            self._end_socket()
            ending.join(0.05)

    def _end_socket(self) -> None:
        session = self._handler.client.current_session
        if session is not None and session.sock is not None:
            with contextlib.suppress(OSError):  # closed by its own thread meanwhile
                socket.socket.shutdown(session.sock, socket.SHUT_RDWR)

    def last(self, kind: str) -> Json:
        return next(each for each in reversed(self.heard) if each["type"] == kind)

    def show(self, channel: str, blocks: list[Json], text: str = "Blocks", **more: Any) -> str:
        return str(self.client.chat_postMessage(channel=channel, text=text, blocks=blocks, **more)["ts"])

    def _wire(self) -> None:
        self.app.use(self._listen)
        self.app.command("/note")(self._note)
        self.app.command("/show")(self._show)
        self.app.shortcut("note_this")(self._open_form)
        self.app.shortcut("new_note")(self._open_form)
        self.app.view("note")(self._submitted)
        self.app.view("fields")(self._kept)
        self.app.options("chosen")(self._choices)
        self.app.event("app_home_opened")(self._home)
        self.app.action("done")(self._done)
        self.app.action("push")(self._push)
        self.app.action("change")(self._change)
        self.app.action(ANY)(lambda ack: ack())
        self.app.event("message")(lambda: None)
        self.app.event("member_joined_channel")(lambda: None)

    def _listen(self, body: Json, next: Any) -> None:  # noqa: A002 - Bolt's own name
        self.heard.append({**body, "type": body.get("type") or "command"})
        next()

    def _note(self, ack: Any, respond: Any, body: Json) -> None:
        ack()
        kept = {"type": "section", "text": mrkdwn(f"Kept: {body['text']}")}
        respond(text="Kept.", blocks=[kept, *PRESSES[:1]])

    def _show(self, ack: Any, body: Json) -> None:
        ack()
        self.open(body["trigger_id"], body["text"])

    def _open_form(self, ack: Any, body: Json) -> None:
        ack()
        self.open(body["trigger_id"], "form")

    def open(self, trigger_id: str, what: str) -> None:
        views = {
            "form": form("A note", FORM_BLOCKS, callback_id="note", private_metadata="m"),
            "fields": form("Every field", FIELD_BLOCKS, callback_id="fields"),
            "stack": form("First", [_button("push", "Push another"), _button("change", "Change this"), FORM_BLOCKS[4]]),
        }
        self.client.views_open(trigger_id=trigger_id, view=views[what])

    def _submitted(self, ack: Any, view: Json) -> None:
        words = view["state"]["values"]["update"]["words"]["value"]
        if "wrong" in words:
            ack(response_action="errors", errors={"update": "Please say it kindly."})
        else:
            ack()

    def _kept(self, ack: Any) -> None:
        ack()

    def _choices(self, ack: Any, body: Json) -> None:
        fits = [name for name in STUDENTS if body["value"].lower() in name.lower()]
        ack(options=[option(name, name.split()[0].lower()) for name in fits])

    def _home(self, client: WebClient, event: Json) -> None:
        if event.get("tab") == "home" and not event.get("view"):
            client.views_publish(user_id=event["user"], view=home(0))

    def _done(self, ack: Any, client: WebClient, body: Json) -> None:
        ack()
        if body.get("view", {}).get("type") == "home":
            done = sum(1 for each in self.heard if each["type"] == "block_actions")
            client.views_publish(user_id=body["user"]["id"], view=home(done))

    def _push(self, ack: Any, client: WebClient, body: Json) -> None:
        ack()
        client.views_push(trigger_id=body["trigger_id"], view=form("Second", FORM_BLOCKS[:1], close=plain("Back")))

    def _change(self, ack: Any, client: WebClient, body: Json) -> None:
        ack()
        added = {"type": "section", "block_id": "added", "text": mrkdwn("Added while open")}
        blocks = [added, *body["view"]["blocks"]]
        client.views_update(view_id=body["view"]["id"], view=form("First, changed", blocks))


def _button(action_id: str, words: str) -> Json:
    button = {"type": "button", "action_id": action_id, "text": plain(words)}
    return {"type": "actions", "block_id": f"{action_id}_row", "elements": [button]}
