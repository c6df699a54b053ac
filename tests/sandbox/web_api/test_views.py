"""The app opens, pushes, renews forms and publishes Homes."""

from collections.abc import Iterator

import pytest
from slack_sdk import WebClient

from sandbox import triggers
from sandbox.channels import Channel
from sandbox.people import Person
from sandbox.server import Sandbox
from sandbox.visitor import Visitor
from tests.sandbox.plain_app import PlainApp
from tests.sandbox.shapes import field, home, modal, section
from tests.sandbox.web_api.refusing import refusal

FORM = modal(section("Which bell?"))


@pytest.fixture
def trigger(app: PlainApp, at_ash: Visitor) -> Iterator[str]:
    """A trigger id Ash's shortcut gave the app just now."""
    at_ash.uses_shortcut("ring")
    return app.waits_for("shortcut")[-1]["trigger_id"]  # type: ignore[no-any-return]


def test_a_trigger_opens_one_form_once(api: WebClient, trigger: str, at_ash: Visitor) -> None:
    opened = api.views_open(trigger_id=trigger, view=FORM)["view"]
    assert opened["id"] == (at_ash.view() or {})["id"]
    assert opened["state"] == {"values": {}}
    assert refusal(api.views_open, trigger_id=trigger, view=FORM) == "exchanged_trigger_id"


def test_a_trigger_ends_after_three_seconds(
    api: WebClient, trigger: str, at_ash: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert triggers.LIFE_SECONDS == 3.0
    monkeypatch.setattr(triggers, "LIFE_SECONDS", 0.0)
    assert refusal(api.views_open, trigger_id=trigger, view=FORM) == "expired_trigger_id"
    assert at_ash.view() is None


def test_an_invented_trigger_opens_nothing(api: WebClient) -> None:
    assert refusal(api.views_open, trigger_id="1.2.invented", view=FORM) == "invalid_trigger_id"


def test_a_form_slack_would_refuse_is_refused_with_reasons(api: WebClient, trigger: str) -> None:
    assert refusal(api.views_open, trigger_id=trigger, view=modal(section(""))) == "invalid_arguments"
    assert refusal(api.views_open, trigger_id=trigger, view=home(section("Home"))) == "invalid_arguments"


def test_at_most_three_forms_lie_upon_each_other(app: PlainApp, api: WebClient, at_ash: Visitor) -> None:
    for number in range(1, 4):
        at_ash.uses_shortcut("ring")
        api.views_push(trigger_id=app.waits_for("shortcut", number)[-1]["trigger_id"], view=FORM)
    at_ash.uses_shortcut("ring")
    last = app.waits_for("shortcut", 4)[-1]["trigger_id"]
    assert refusal(api.views_push, trigger_id=last, view=FORM) == "push_limit_reached"


def test_an_update_by_id_keeps_the_id_and_renews_the_hash(api: WebClient, trigger: str, at_ash: Visitor) -> None:
    before = api.views_open(trigger_id=trigger, view=FORM)["view"]
    after = api.views_update(view_id=before["id"], view=modal(field("datepicker", "Day")))["view"]
    assert after["id"] == before["id"]
    assert after["hash"] != before["hash"]
    assert (at_ash.view() or {})["blocks"][0]["block_id"] == "Day"


def test_an_update_upon_an_old_hash_is_a_conflict(api: WebClient, trigger: str) -> None:
    before = api.views_open(trigger_id=trigger, view=FORM)["view"]
    api.views_update(view_id=before["id"], hash=before["hash"], view=FORM)
    assert refusal(api.views_update, view_id=before["id"], hash=before["hash"], view=FORM) == "hash_conflict"


def test_an_update_by_external_id_finds_the_form(api: WebClient, trigger: str) -> None:
    opened = api.views_open(trigger_id=trigger, view={**FORM, "external_id": "bell-7"})["view"]
    assert api.views_update(external_id="bell-7", view=FORM)["view"]["id"] == opened["id"]


def test_an_external_id_names_one_open_form_only(app: PlainApp, api: WebClient, trigger: str, at_ash: Visitor) -> None:
    api.views_open(trigger_id=trigger, view={**FORM, "external_id": "bell-7"})
    at_ash.uses_shortcut("ring")
    again = app.waits_for("shortcut", 2)[-1]["trigger_id"]
    assert refusal(api.views_push, trigger_id=again, view={**FORM, "external_id": "bell-7"}) == "duplicate_external_id"


def test_a_closed_form_is_not_found(api: WebClient, trigger: str, at_ash: Visitor) -> None:
    opened = api.views_open(trigger_id=trigger, view=FORM)["view"]
    at_ash.closes(opened)
    assert refusal(api.views_update, view_id=opened["id"], view=FORM) == "not_found"


def test_each_person_has_a_home_of_their_own(
    api: WebClient, ash: Person, birch: Person, at_ash: Visitor, at_birch: Visitor, app: PlainApp
) -> None:
    api.views_publish(user_id=ash.id, view=home(section("Welcome, Ash")))
    assert "Welcome, Ash" in at_ash.text_of(at_ash.opens_home(seconds=0.0))
    assert "Welcome, Ash" not in at_birch.everything()


def test_opening_home_tells_the_app_and_shows_what_it_publishes(
    app: PlainApp, api: WebClient, ash: Person, at_ash: Visitor
) -> None:
    app.answers["app_home_opened"] = lambda payload: (
        api.views_publish(user_id=payload["event"]["user"], view=home(section("Fresh"))).data
    )
    assert "Fresh" in at_ash.text_of(at_ash.opens_home())
    assert app.waits_for("app_home_opened")[0]["tab"] == "home"


def test_publishing_upon_an_old_hash_is_a_conflict(api: WebClient, ash: Person) -> None:
    first = api.views_publish(user_id=ash.id, view=home(section("One")))["view"]
    second = api.views_publish(user_id=ash.id, view=home(section("Two")), hash=first["hash"])["view"]
    assert second["id"] == first["id"]
    refused = refusal(api.views_publish, user_id=ash.id, view=home(section("Three")), hash=first["hash"])
    assert refused == "hash_conflict"


def test_nobody_unknown_has_a_home(api: WebClient) -> None:
    assert refusal(api.views_publish, user_id="U999", view=home(section("Hm"))) == "user_not_found"


def test_a_form_belongs_to_whoever_pulled_the_trigger(
    sandbox: Sandbox, api: WebClient, trigger: str, at_birch: Visitor, team: Channel
) -> None:
    api.views_open(trigger_id=trigger, view=FORM)
    assert at_birch.view() is None
