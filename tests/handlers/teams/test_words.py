"""Everything that is said of teams fits into Slack, and says what to do next."""

from datetime import UTC, datetime

import pytest

from bot import views
from handlers.conversation import Form, Reply
from handlers.rules.channel_safety import Unfit
from handlers.schools.replies import ON_A_PAGE, school_form, schools_form
from handlers.teams import forms, say_card, say_coming_and_going, say_positions, say_unfit
from handlers.teams.forms import MOST_IN_MENU, Start
from handlers.teams.say_card import TeamCard
from handlers.teams.say_positions import Held
from sandbox.checks import faults_in_message, faults_in_view
from storage.positions import Position, PositionName
from storage.schools import School, ShownAs
from storage.teams import Appear, Team

NOW = datetime(2026, 9, 8, 14, tzinfo=UTC)
# As long as the form lets a name be, and with everything in it that Slack could take for markup.
NAME = ("<!channel> *Juniper* & <@U1> " * 4)[:80]
LONG = TeamCard(
    Team(id=3, school_id=1, channel_id="C1", name=NAME, time_zone="America/Chicago", set_up_by="U1", set_up_at=NOW),
    "Juniper Hollow " * 6,
    tuple(f"U{number:08d}" for number in range(30)),
)
WAITING = Position(team_id=3, person_id="U2", name=PositionName.COUNSELOR, set_by="U2", set_at=NOW)
AGREED = Position(team_id=3, person_id="U2", name=PositionName.COUNSELOR, set_by="U2", set_at=NOW, agreed_by="U1")
GUESTS = [f"U{number:08d}" for number in range(40)]

REPLIES: list[Reply] = [
    say_card.say_offer(),
    *(say_card.say_refused(reason) for reason in Unfit if reason != Unfit.GUEST),
    say_card.say_set_up(LONG),
    say_card.say_how_it_works(LONG.team),
    say_card.say_what_works(),
    say_card.say_back(LONG),
    say_card.say_already(LONG),
    *(say_unfit.say_unfit(NAME, 3, "C1", reason, GUESTS, admits=True) for reason in Unfit),
    say_unfit.say_unfit(NAME, 3, "C1", Unfit.GUEST, GUESTS[:1], admits=False),
    say_unfit.say_fit_again("C1"),
    *(say_unfit.say_undelivered("C1", error) for error in ("guest", "missing_scope", "unsure", "something_new")),
    say_coming_and_going.say_joined(LONG.team, "U2"),
    say_coming_and_going.say_apps(LONG.team, GUESTS),
    say_coming_and_going.say_lead_left(LONG.team, "U2"),
    say_coming_and_going.say_leadless_here(LONG.team, "U2"),
    say_coming_and_going.say_leadless(LONG.team),
    say_coming_and_going.say_made_lead(LONG.team, "U2"),
    say_coming_and_going.say_admitted(LONG.team, "U2", "U1", "<!here> " * 37),
    say_positions.say_chosen(LONG.team, WAITING),
    say_positions.say_asked(LONG.team, WAITING),
    say_positions.say_decided(LONG.team, "U2", AGREED, "counselor"),
    say_positions.say_decided(LONG.team, "U2", None, "counselor"),
    say_positions.say_answer(LONG.team, "counselor", "U1", agreed=True),
    say_positions.say_answer(LONG.team, "counselor", "U1", agreed=False),
]


def start(schools: int) -> Start:
    offered = [(str(number), f"School {number}") for number in range(1, schools + 1)]
    return Start(NAME, "America/Chicago", ("U1",), offered, "1" if schools else "")


def held(count: int) -> list[Held]:
    return [
        Held(f"U{number:08d}", f"Colleague {number}" * 20, "counselor" if number % 2 else "") for number in range(count)
    ]


FORMS: list[Form] = [
    *(forms.set_up_form(start(schools), {"channel": "C1"}) for schools in (0, 1, MOST_IN_MENU, MOST_IN_MENU + 1)),
    *(forms.settings_form(start(2), shown, None, {"team": 3}) for shown in ShownAs),
    forms.settings_form(start(2), ShownAs.FULL, ShownAs.INITIALS, {"team": 3}),
    forms.name_lead_form(NAME, {"team": 3}),
    forms.admit_form(NAME, "U2", {"team": 3}),
    say_positions.choose_form(LONG.team, WAITING, {"team": 3}),
    *(say_positions.everybody_form(LONG.team, held(count), [WAITING] * 30, {"team": 3}) for count in (0, 1, 200)),
    *(schools_form([School(id=1, name=NAME)] * count, page) for count, page in ((0, 0), (1, 0), (ON_A_PAGE * 3, 1))),
    school_form(School(name="")),
    school_form(School(id=1, name=NAME, crisis_text="x" * 2000)),
]


@pytest.mark.parametrize("reply", REPLIES, ids=lambda reply: reply.text)
def test_every_message_fits_into_slack(reply: Reply) -> None:
    made = views.message(reply)
    assert faults_in_message(made["blocks"], made["text"]) == []


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_form_fits_into_slack(form: Form) -> None:
    assert faults_in_view(views.modal(form)) == []


@pytest.mark.parametrize("reply", REPLIES, ids=lambda reply: reply.text)
def test_what_people_typed_does_not_fire(reply: Reply) -> None:
    for block in reply.blocks:
        assert "<!" not in str(block)


@pytest.mark.parametrize("reply", REPLIES, ids=lambda reply: reply.text)
def test_what_a_lock_screen_shows_is_short_and_in_our_own_words(reply: Reply) -> None:
    """PRV-13."""
    assert 0 < len(reply.text) < 80
    assert "Juniper" not in reply.text


def test_a_refused_channel_is_told_to_make_a_private_one() -> None:
    for reason in (Unfit.PUBLIC, Unfit.SHARED, Unfit.ARCHIVED):
        assert "private channel" in str(say_card.say_refused(reason).blocks).replace("*private*", "private")


def test_a_school_that_shows_little_leaves_a_team_less_to_choose() -> None:
    made = forms.settings_form(start(1), ShownAs.INITIALS, None, {}).blocks
    (chosen,) = [block["element"] for block in made if block.get("block_id") == "shown_as"]
    assert [one["value"] for one in chosen["options"]] == [forms.AS_SCHOOL, ShownAs.SCHOOL_ID.value]


def test_how_it_works_says_where_check_ins_appear() -> None:
    for appear in Appear:
        team = LONG.team.model_copy(update={"appear": appear})
        assert "record" in str(say_card.say_how_it_works(team).blocks)
    assert "one thread per student" in str(say_card.say_how_it_works(LONG.team).blocks)
