"""A person submits and closes forms, and the app says what comes next."""

from slack_sdk import WebClient

from sandbox.channels import Channel
from sandbox.visitor import Visitor
from tests.sandbox.plain_app import PlainApp, opened
from tests.sandbox.shapes import button, field, modal

NOTE = field("plain_text_input", "Note")


def test_a_form_the_app_takes_is_closed(app: PlainApp, api: WebClient, at_ash: Visitor, team: Channel) -> None:
    view = opened(app, api, at_ash, team, modal(NOTE, callback_id="bells", private_metadata="tower 2"))
    assert at_ash.submits(view, {"Note": "Twice"}).ok
    heard = app.waits_for("view_submission")[0]
    assert heard["view"]["state"]["values"] == {"Note": {"Note_chosen": {"type": "plain_text_input", "value": "Twice"}}}
    assert (heard["view"]["callback_id"], heard["view"]["private_metadata"]) == ("bells", "tower 2")
    assert heard["view"]["hash"] == view["hash"]
    assert at_ash.view() is None


def test_an_empty_required_input_never_reaches_the_app(
    app: PlainApp, api: WebClient, at_ash: Visitor, team: Channel
) -> None:
    view = opened(app, api, at_ash, team, modal(NOTE))
    assert at_ash.submits(view).errors == {"Note": "Please complete this required field."}
    assert not app.heard("view_submission")


def test_errors_stand_under_their_inputs_and_the_form_stays(
    app: PlainApp, api: WebClient, at_ash: Visitor, team: Channel
) -> None:
    app.answers["view_submission"] = {"response_action": "errors", "errors": {"Note": "Not so loud."}}
    view = opened(app, api, at_ash, team, modal(NOTE))
    assert at_ash.submits(view, {"Note": "LOUD"}).errors == {"Note": "Not so loud."}
    assert at_ash.view() is not None


def test_an_error_under_no_input_is_trouble(app: PlainApp, api: WebClient, at_ash: Visitor, team: Channel) -> None:
    app.answers["view_submission"] = {"response_action": "errors", "errors": {"elsewhere": "Hm."}}
    view = opened(app, api, at_ash, team, modal(NOTE))
    assert "trouble" in at_ash.submits(view, {"Note": "Once"}).error


def test_an_update_keeps_the_form_and_gives_it_a_new_hash(
    app: PlainApp, api: WebClient, at_ash: Visitor, team: Channel
) -> None:
    app.answers["view_submission"] = {"response_action": "update", "view": modal(field("datepicker", "Day"))}
    view = opened(app, api, at_ash, team, modal(NOTE))
    after = at_ash.submits(view, {"Note": "Once"}).view
    assert after is not None
    assert after["id"] == view["id"]
    assert after["hash"] != view["hash"]
    assert after["blocks"][0]["block_id"] == "Day"


def test_a_push_lays_a_form_upon_the_form(app: PlainApp, api: WebClient, at_ash: Visitor, team: Channel) -> None:
    app.answers["view_submission"] = {"response_action": "push", "view": modal(NOTE)}
    view = opened(app, api, at_ash, team, modal(NOTE))
    upper = at_ash.submits(view, {"Note": "Once"}).view
    assert upper is not None
    assert (upper["previous_view_id"], upper["root_view_id"]) == (view["id"], view["id"])
    at_ash.closes(upper)
    assert (at_ash.view() or {})["id"] == view["id"]


def test_clear_closes_every_form(app: PlainApp, api: WebClient, at_ash: Visitor, team: Channel) -> None:
    app.answers["view_submission"] = {"response_action": "push", "view": modal(NOTE)}
    view = opened(app, api, at_ash, team, modal(NOTE))
    upper = at_ash.submits(view, {"Note": "Once"}).view or {}
    app.answers["view_submission"] = {"response_action": "clear"}
    at_ash.submits(upper, {"Note": "Twice"})
    assert at_ash.view() is None


def test_a_broken_next_form_is_trouble(app: PlainApp, api: WebClient, at_ash: Visitor, team: Channel) -> None:
    app.answers["view_submission"] = {"response_action": "update", "view": {"type": "modal", "blocks": []}}
    view = opened(app, api, at_ash, team, modal(NOTE))
    assert "trouble" in at_ash.submits(view, {"Note": "Once"}).error


def test_closing_is_told_only_if_the_form_asked_for_it(
    app: PlainApp, api: WebClient, at_ash: Visitor, team: Channel
) -> None:
    at_ash.closes(opened(app, api, at_ash, team, modal(NOTE)))
    told = opened(app, api, at_ash, team, modal(NOTE, notify_on_close=True))
    at_ash.closes(told)
    assert [each["view"]["id"] for each in app.waits_for("view_closed")] == [told["id"]]


def test_closing_everything_says_so(app: PlainApp, api: WebClient, at_ash: Visitor, team: Channel) -> None:
    view = opened(app, api, at_ash, team, modal(NOTE, notify_on_close=True))
    at_ash.closes(view, everything=True)
    assert app.waits_for("view_closed")[0]["is_cleared"] is True


def test_what_stood_in_an_input_at_first_is_submitted_untouched(
    app: PlainApp, api: WebClient, at_ash: Visitor, team: Channel
) -> None:
    given = field("plain_text_input", "Note", initial_value="As always")
    at_ash.submits(opened(app, api, at_ash, team, modal(given)))
    values = app.waits_for("view_submission")[0]["view"]["state"]["values"]
    assert values["Note"]["Note_chosen"]["value"] == "As always"


def test_a_form_of_somebody_else_cannot_be_submitted(
    app: PlainApp, api: WebClient, at_ash: Visitor, at_birch: Visitor, team: Channel
) -> None:
    view = opened(app, api, at_ash, team, modal(NOTE))
    assert not at_birch.submits(view, {"Note": "Mine!"}).ok
    assert not app.heard("view_submission")


def test_a_channel_menu_may_ask_for_a_response_url(
    app: PlainApp, api: WebClient, at_ash: Visitor, at_birch: Visitor, team: Channel
) -> None:
    menu = field("conversations_select", "Where", response_url_enabled=True)
    at_ash.submits(opened(app, api, at_ash, team, modal(menu)), {"Where": team})
    told = app.waits_for("view_submission")[0]["response_urls"]
    assert [(each["block_id"], each["channel_id"]) for each in told] == [("Where", team.id)]


def test_a_press_that_renews_the_form_shows_the_new_one(
    app: PlainApp, api: WebClient, at_ash: Visitor, team: Channel
) -> None:
    view = opened(app, api, at_ash, team, modal(NOTE, button("More")))

    def renews(payload: dict[str, dict[str, str]]) -> None:
        held = payload["view"]
        api.views_update(view_id=held["id"], hash=held["hash"], view=modal(NOTE, field("datepicker", "Day")))

    app.answers["block_actions"] = renews
    after = at_ash.presses("More", on=view).view
    assert after is not None
    assert [each["block_id"] for each in after["blocks"]] == ["Note", "Day"]
