"""Whatever reaches a listener is answered, and every answer finds its way back to the person."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from sqlmodel import Session

from bot.listen import NO_SUCH_BUTTON, NO_SUCH_COMMAND, NO_SUCH_FORM
from handlers import blocks
from handlers.conversation import Answer, Choices, Corrections, Form, Refusal, Reply, Request
from sandbox.visitor import Visitor
from storage.database import Busy
from tests.bot import payload_shapes as shapes
from tests.bot import verbs
from tests.bot.conftest import Desk
from tests.cast import Cast

Put = Callable[..., None]


def body_of(desk: Desk, payload: Any) -> dict[str, Any]:
    answer = desk.hears(payload)
    assert answer.status == 200
    found: dict[str, Any] = json.loads(answer.body) if answer.body else {}
    return found


def command(desk: Desk, text: str = "", **more: Any) -> dict[str, Any]:
    return body_of(desk, shapes.command(text, user=desk.hale.id, channel=desk.channel.id, **more))


def submit(desk: Desk, name: str = "things.keep", value: str = "typed words", **more: Any) -> dict[str, Any]:
    payload = shapes.submission(
        name, shapes.typed("note", value), user=desk.hale.id, blocks=[shapes.box("note")], **more
    )
    return body_of(desk, payload)


@pytest.fixture
def page(workspace: Cast, put: Put) -> Visitor:
    """Hale in front of the page; `/checkin` answers with one button of the test's own."""

    def show_button(_request: Request, _session: Session) -> Answer:
        made = blocks.buttons(blocks.button("Press", "things.press", {"thing": 7}))
        return Reply("A button.", (blocks.says("a button"), made))

    put("COMMANDS", "/checkin", show_button)
    return workspace.hale


def press(page: Visitor, workspace: Cast) -> Any:
    shown = page.types("/checkin", workspace.juniper).ephemerals[0]
    return page.presses("Press", shown)


def test_a_commands_reply_is_for_the_asker_alone(desk: Desk, put: Put) -> None:
    put("COMMANDS", "/checkin", verbs.says("hello"))
    answer = command(desk)
    assert (answer["response_type"], answer["text"]) == ("ephemeral", "hello")


def test_an_unknown_command_is_answered_with_the_words_back(desk: Desk) -> None:
    answer = command(desk, "typed words", name="/nonsense")
    assert answer["text"] == NO_SUCH_COMMAND
    assert "typed words" in json.dumps(answer)


def test_a_trigger_that_has_expired_is_an_apology_with_the_words_back(desk: Desk, put: Put) -> None:
    put("COMMANDS", "/checkin", verbs.opens())
    answer = command(desk, "typed words")
    assert "too slow" in answer["text"]
    assert "typed words" in json.dumps(answer)


def test_a_command_opens_a_form(workspace: Cast, put: Put) -> None:
    put("COMMANDS", "/checkin", verbs.opens())
    view = workspace.hale.types("/checkin", workspace.juniper).view
    assert view is not None
    assert (view["callback_id"], json.loads(view["private_metadata"])) == ("things.keep", {"thing": 7})


def test_what_a_form_gives_to_the_verb_is_fields_by_name_and_ids(desk: Desk, put: Put) -> None:
    heard = verbs.Remembering()
    put("FORMS", "things.keep", heard)
    answer = submit(desk, private_metadata='{"thing":7,"channel":"C9"}')
    assert answer == {"response_action": "clear"}
    request = heard.requests[0]
    assert (request.word("note"), request.number("thing"), request.channel) == ("typed words", 7, "C9")


def test_corrections_keep_the_form_open_with_a_sentence_under_each_field(desk: Desk, put: Put) -> None:
    put("FORMS", "things.keep", verbs.Remembering(Corrections({"note": "Please write more."})))
    assert submit(desk) == {"response_action": "errors", "errors": {"note": "Please write more."}}


def test_a_refusal_keeps_the_form_open_with_all_that_was_typed(desk: Desk, put: Put) -> None:
    put("FORMS", "things.keep", verbs.refuses("No, because."))
    assert submit(desk) == {"response_action": "errors", "errors": {"note": "No, because."}}


def refuse_with_a_button(_request: Request, _session: Session) -> Answer:
    raise Refusal("No.", (blocks.buttons(blocks.button("Ask", "things.press", {})),))


def test_a_refusal_with_a_button_lies_over_the_form_and_does_not_replace_it(desk: Desk, put: Put) -> None:
    put("FORMS", "things.keep", refuse_with_a_button)
    assert submit(desk)["response_action"] == "push"


def test_where_no_more_windows_fit_the_refusal_stands_in_the_form(desk: Desk, put: Put) -> None:
    put("FORMS", "things.keep", refuse_with_a_button)
    answer = submit(desk, previous_view_id="V2", root_view_id="V1")
    assert answer == {"response_action": "errors", "errors": {"note": "No."}}


def test_an_error_keeps_the_form_open_too(desk: Desk, put: Put) -> None:
    put("FORMS", "things.keep", verbs.breaks(ValueError("x")))
    answer = submit(desk)
    assert answer["response_action"] == "errors"
    assert "Something went wrong" in answer["errors"]["note"]


def test_words_for_a_form_that_was_sent_take_its_place(desk: Desk, put: Put) -> None:
    put("FORMS", "things.keep", verbs.says("All done."))
    answer = submit(desk)
    assert answer["response_action"] == "update"
    assert "All done." in json.dumps(answer["view"])


def test_a_form_may_lead_to_another_one(desk: Desk, put: Put) -> None:
    put("FORMS", "things.keep", verbs.opens("things.next"))
    answer = submit(desk)
    assert (answer["response_action"], answer["view"]["callback_id"]) == ("push", "things.next")


def test_a_form_nobody_knows_any_more_stays_open(desk: Desk) -> None:
    assert submit(desk, "things.forgotten")["errors"] == {"note": NO_SUCH_FORM}


def test_the_same_form_twice_is_kept_once(desk: Desk, put: Put) -> None:
    heard = verbs.Remembering()
    put("FORMS", "things.keep", heard, write=True)
    for _ in range(2):
        assert submit(desk, id="V7", hash="h7") == {"response_action": "clear"}
    assert len(heard.requests) == 1


def test_a_form_changed_since_is_another_delivery(desk: Desk, put: Put) -> None:
    heard = verbs.Remembering()
    put("FORMS", "things.keep", heard, write=True)
    for seal in ("h7", "h8"):
        submit(desk, id="V7", hash=seal)
    assert len(heard.requests) == 2


def test_a_button_is_answered_beside_its_message(page: Visitor, workspace: Cast, put: Put) -> None:
    put("BUTTONS", "things.press", verbs.says("pressed"))
    assert press(page, workspace).text == "pressed"


def test_a_button_may_replace_its_message(page: Visitor, workspace: Cast, put: Put) -> None:
    put("BUTTONS", "things.press", verbs.says("instead", replaces=True))
    press(page, workspace)
    shown = [page.text_of(one) for one in page.sees(workspace.juniper)]
    assert "instead" in "".join(shown)
    assert "a button" not in "".join(shown)


def test_an_old_button_says_so(page: Visitor, workspace: Cast) -> None:
    assert press(page, workspace).text == NO_SUCH_BUTTON


def test_a_link_needs_no_answer(desk: Desk) -> None:
    payload = shapes.press("link-out", user=desk.hale.id)
    payload["actions"][0]["url"] = "https://juniper.example"
    assert body_of(desk, payload) == {}


def test_buttons_told_apart_within_a_message_do_the_same_verb(desk: Desk, put: Put) -> None:
    heard = verbs.Remembering()
    put("BUTTONS", "things.press", heard)
    for number in range(2):
        body_of(desk, shapes.press(f"things.press#{number}", value=f'{{"thing":{number}}}', user=desk.hale.id))
    assert [request.number("thing") for request in heard.requests] == [0, 1]


def test_where_the_answer_to_a_button_cannot_stand_it_comes_directly(page: Visitor, workspace: Cast, put: Put) -> None:
    put("BUTTONS", "things.press", verbs.says("pressed"))
    shown = page.types("/checkin", workspace.juniper).ephemerals[0]
    for _ in range(5):  # Slack's address takes five answers
        page.presses("Press", shown)
    workspace.sandbox.fail("views.open", "error", error="expired_trigger_id")
    payload = shapes.press("things.press", user=workspace.people["hale"].id)
    payload["response_url"] = f"{workspace.sandbox.url}/response/long-gone"
    assert workspace.bot.app.hear(payload).status == 200
    assert page.waits_for("pressed")


def test_a_refusal_over_a_form_leaves_the_form_under_it(workspace: Cast, put: Put) -> None:
    def form(_request: Request, _session: Session) -> Answer:
        made = blocks.buttons(blocks.button("Press", "things.press", {}))
        return Form("things.keep", "A form", (blocks.field("note", "Note"), made))

    put("COMMANDS", "/checkin", form)
    put("BUTTONS", "things.press", verbs.refuses("Not here."))
    view = workspace.hale.types("/checkin", workspace.juniper).view
    assert view is not None
    workspace.hale.fills(view, {"Note": "half a thought"})
    over = workspace.hale.presses("Press", view).view
    assert over is not None
    assert "Not here." in workspace.hale.text_of(over)
    workspace.hale.closes(over)
    under = workspace.hale.view()
    assert under is not None
    assert under["id"] == view["id"]


def test_a_shortcut_without_a_trigger_is_answered_directly(workspace: Cast, put: Put) -> None:
    put("SHORTCUTS", "new_checkin", verbs.opens())
    workspace.sandbox.fail("views.open", "error", error="expired_trigger_id", times=2)
    workspace.hale.uses_shortcut("new_checkin")
    assert workspace.hale.waits_for("too slow to open the form")


def test_a_message_shortcut_gives_the_verb_its_message_and_link(workspace: Cast, put: Put) -> None:
    heard = verbs.Remembering()
    put("SHORTCUTS", "checkin_from_message", heard)
    sent = workspace.lopez.types("It went well", workspace.juniper)
    message = next(one for one in workspace.hale.sees(workspace.juniper) if one["ts"] == sent.ts)
    workspace.hale.uses_shortcut("checkin_from_message", message)
    source = heard.requests[0].source
    assert source is not None
    assert (source.text, source.author) == ("It went well", workspace.people["lopez"].id)
    assert source.link.endswith(f"/archives/{workspace.juniper.id}/p{sent.ts.replace('.', '')}")


def search(desk: Desk, value: str = "ma") -> dict[str, Any]:
    payload = shapes.press("student", user=desk.hale.id)
    del payload["actions"]
    return body_of(
        desk, {**payload, "type": "block_suggestion", "action_id": "student", "block_id": "b", "value": value}
    )


def test_a_search_offers_choices_and_nothing_where_there_are_none(desk: Desk, put: Put) -> None:
    put("SEARCHES", "student", verbs.Remembering(Choices((("1", "Maya T."),))))
    assert search(desk)["options"][0]["value"] == "1"
    put("SEARCHES", "student", verbs.breaks(ValueError("x")))
    assert search(desk) == {"options": []}


def test_a_busy_event_is_left_for_slack_to_deliver_again(desk: Desk, put: Put) -> None:
    put("EVENTS", "home_opened", verbs.breaks(Busy()))
    assert desk.hears(shapes.event("app_home_opened", user=desk.hale.id, tab="home")).status == 503


def test_a_broken_event_is_acknowledged_and_named_in_the_log(
    desk: Desk, put: Put, caplog: pytest.LogCaptureFixture
) -> None:
    put("EVENTS", "home_opened", verbs.breaks(ValueError("Maya")))
    assert desk.hears(shapes.event("app_home_opened", user=desk.hale.id, tab="home")).status == 200
    assert "event lost: ValueError" in caplog.text
    assert "Maya" not in caplog.text


def test_what_nobody_listens_for_is_acknowledged_without_a_word_of_it_in_the_log(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    payload = {**shapes.press("x", user=desk.hale.id), "type": "workflow_step_edit", "note": "Maya Tern"}
    assert desk.hears(payload).status == 200
    assert "Maya" not in caplog.text
