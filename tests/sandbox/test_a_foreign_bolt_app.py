"""A bot that is not ours, in the shape of Slack's own samples, written against Bolt's public API only.

A vending machine: `/snack` opens a form, the form posts to the channel, a message shortcut rates a message, Home has a
button, and a mention gets an answer. The same app runs over Socket Mode and behind a request URL.
"""

import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from slack_bolt import Ack, App, BoltRequest, Respond, Say
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

from sandbox.channels import Channel
from sandbox.identity import APP_TOKEN, BOT_TOKEN, SIGNING_SECRET
from sandbox.server import Sandbox
from sandbox.visitor import Visitor
from sandbox.wire import Json
from tests.sandbox.shapes import button, field, home, modal, section

MANIFEST = """
display_information: {name: Vending Machine}
features:
  app_home: {home_tab_enabled: true}
  bot_user: {display_name: vendor}
  shortcuts:
    - {name: Rate this snack, type: message, callback_id: rate_this, description: Five crumbs or none}
    - {name: Surprise me, type: global, callback_id: surprise_me, description: Any snack}
  slash_commands:
    - {command: /snack, description: Get a snack, should_escape: true}
oauth_config:
  scopes: {bot: [app_mentions:read, chat:write, commands, im:history]}
settings:
  event_subscriptions: {bot_events: [app_home_opened, app_mention, message.im]}
  interactivity: {is_enabled: true}
  socket_mode_enabled: true
"""
SNACKS = ("Apple", "Apricot", "Biscuit")


def vending_machine(api_url: str) -> App:
    app = App(client=WebClient(token=BOT_TOKEN, base_url=api_url), signing_secret=SIGNING_SECRET)
    hand_out_snacks(app)
    keep_company(app)
    return app


def hand_out_snacks(app: App) -> None:
    @app.command("/snack")
    def open_form(ack: Ack, body: Json, client: WebClient) -> None:
        ack()
        inputs = (field("external_select", "Snack", min_query_length=1), field("plain_text_input", "Why"))
        view = modal(*inputs, callback_id="snack_form", private_metadata=body["channel_id"])
        client.views_open(trigger_id=body["trigger_id"], view=view)

    @app.options("Snack_chosen")
    def offer(ack: Ack, payload: Json) -> None:
        found = [each for each in SNACKS if each.lower().startswith(payload["value"].lower())]
        ack(options=[{"text": {"type": "plain_text", "text": each}, "value": each.lower()} for each in found])

    @app.view("snack_form")
    def hand_out(ack: Ack, view: Json, client: WebClient, body: Json) -> None:
        values = view["state"]["values"]
        if "hungry" not in values["Why"]["Why_chosen"]["value"]:
            ack(response_action="errors", errors={"Why": "Are you hungry?"})
            return
        ack()
        snack = values["Snack"]["Snack_chosen"]["selected_option"]["value"]
        blocks = [section(f"Here is your {snack}."), button("Thanks", snack)]
        client.chat_postMessage(
            channel=view["private_metadata"], text=f"Here is your {snack}, <@{body['user']['id']}>.", blocks=blocks
        )

    @app.action("thanks")
    def be_thanked(ack: Ack, action: Json, respond: Respond) -> None:
        ack()
        respond(text=f"The {action['value']} was a pleasure.", replace_original=True)


def keep_company(app: App) -> None:
    @app.shortcut("rate_this")
    def rate(ack: Ack, shortcut: Json, respond: Respond) -> None:
        ack()
        respond(text=f"“{shortcut['message']['text']}”: five crumbs.")

    @app.shortcut("surprise_me")
    def surprise(ack: Ack, shortcut: Json, client: WebClient) -> None:
        ack()
        client.views_open(trigger_id=shortcut["trigger_id"], view=modal(field("plain_text_input", "Why")))

    @app.event("app_home_opened")
    def show_home(event: Json, client: WebClient) -> None:
        client.views_publish(user_id=event["user"], view=home(section("Today: apples."), button("Refill")))

    @app.event("app_mention")
    def answer(event: Json, say: Say) -> None:
        say(text="Hungry?", thread_ts=event["ts"])

    @app.message("hungry")
    def feed(say: Say) -> None:
        say("Then type /snack.")


def over_socket_mode(sandbox: Sandbox) -> Callable[[], None]:
    handler = SocketModeHandler(vending_machine(sandbox.api_url), APP_TOKEN)
    handler.connect()  # type: ignore[no-untyped-call]

    def stop() -> None:
        handler.client.auto_reconnect_enabled = False
        sandbox.trouble_line("fin")  # Bolt's own close waits three seconds for a line that is silent
        handler.close()  # type: ignore[no-untyped-call]

    return stop


def over_http(sandbox: Sandbox) -> Callable[[], None]:
    app = vending_machine(sandbox.api_url)

    class Door(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            headers: dict[str, str | Sequence[str]] = {key: [value] for key, value in self.headers.items()}
            answered = app.dispatch(BoltRequest(body=body, headers=headers))
            self.send_response(answered.status)
            for key, value in answered.first_headers().items():
                self.send_header(key, value)
            self.end_headers()
            self.wfile.write((answered.body or "").encode())

        def log_message(self, *_: Any) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    sandbox.deliver_over_http(f"http://127.0.0.1:{server.server_port}/slack/events")

    def stop() -> None:
        server.shutdown()
        thread.join()
        server.server_close()

    return stop


@dataclass
class Canteen:
    """The workspace in which the vending machine stands; Fern is hungry."""

    fern: Visitor
    room: Channel


@pytest.fixture(scope="module", params=[over_socket_mode, over_http])
def canteen(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Canteen]:
    manifest: Path = tmp_path_factory.mktemp("canteen") / "manifest.yml"
    manifest.write_text(MANIFEST)
    with Sandbox(manifest, rate_limits=False) as sandbox:
        fern = sandbox.add_person("fern")
        room = sandbox.add_channel("canteen", members=[fern])
        stop = request.param(sandbox)
        yield Canteen(sandbox.visitor(fern), room)
        stop()


def form(canteen: Canteen) -> Json:
    canteen.fern.types("/snack", canteen.room)
    view = canteen.fern.waits_for_view()
    assert view["callback_id"] == "snack_form"
    return view


def test_a_command_opens_a_form_and_the_form_posts(canteen: Canteen) -> None:
    fern, view = canteen.fern, form(canteen)
    assert [each["value"] for each in fern.options(view, "Snack", "ap")] == ["apple", "apricot"]
    assert fern.submits(view, {"Snack": "Biscuit", "Why": "Because"}).errors == {"Why": "Are you hungry?"}
    assert fern.submits(view, {"Why": "I am hungry"}).ok
    assert "Here is your biscuit." in fern.text_of(fern.waits_for("biscuit", canteen.room))


def test_a_button_replaces_its_message(canteen: Canteen) -> None:
    fern, view = canteen.fern, form(canteen)
    fern.submits(view, {"Snack": "Apricot", "Why": "So hungry"})
    fern.presses("Thanks", on=fern.waits_for("Here is your apricot", canteen.room))
    assert "blocks" not in fern.waits_for("The apricot was a pleasure.", canteen.room)


def test_a_message_shortcut_answers_its_user_only(canteen: Canteen) -> None:
    fern = canteen.fern
    fern.types("The crackers were stale", canteen.room)
    fern.uses_shortcut("rate_this", message=fern.waits_for("crackers", canteen.room))
    assert fern.waits_for("five crumbs", canteen.room)["ephemeral"] is True


def test_a_global_shortcut_opens_a_form(canteen: Canteen) -> None:
    canteen.fern.uses_shortcut("surprise_me")
    assert canteen.fern.waits_for_view()["blocks"][0]["block_id"] == "Why"


def test_home_is_published_when_it_is_opened(canteen: Canteen) -> None:
    assert "Today: apples." in canteen.fern.text_of(canteen.fern.opens_home())


def test_a_mention_is_answered_in_its_thread(canteen: Canteen) -> None:
    root = canteen.fern.types("@vendor hello", canteen.room).ts
    assert canteen.fern.waits_for("Hungry?", canteen.room, thread=root)["thread_ts"] == root


def test_a_direct_message_is_answered(canteen: Canteen) -> None:
    canteen.fern.types("I am hungry")
    canteen.fern.waits_for("Then type /snack.")
