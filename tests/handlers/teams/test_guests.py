"""A guest in a team's channel stops posts about students until removed, or admitted by name with a reason."""

import pytest

from sandbox.came import Came
from storage import teams
from tests.cast import Cast
from tests.handlers.teams.steps import audited, let_pass, settle, told


@pytest.fixture(autouse=True)
def _gray_is_in_the_channel(cast: Cast) -> None:
    cast.hale.opens_home()
    cast.sandbox.invite(cast.juniper, cast.people["gray"], by=cast.people["hale"])
    told(cast, "hale", "guests may not read")


def admit(cast: Cast, reason: str = "Interpreter for the term") -> Came:
    view = cast.dean.presses("Guests (1)", cast.dean.opens_home()).view
    assert view is not None
    form = cast.dean.presses("Admit", view).view
    assert form is not None
    return cast.dean.submits(form, {"Why they may stay": reason})


def test_posts_wait_for_the_guest_to_go_and_then_go_on(cast: Cast) -> None:
    """PRV-11."""
    cast.lopez.types("/checkin Maya T: built a bridge", cast.juniper)
    cast.sandbox.settle()
    assert "check-ins of the week" not in str(cast.finch.sees(cast.juniper))
    cast.sandbox.remove(cast.juniper, cast.people["gray"])
    told(cast, "hale", "posts go on")
    let_pass(cast, 61)
    head = cast.finch.waits_for("check-ins of the week", cast.juniper)
    cast.finch.waits_for("built a bridge", cast.juniper, thread=head)


def test_posts_go_on_once_the_guest_is_admitted(cast: Cast) -> None:
    """PRV-11."""
    cast.lopez.types("/checkin Maya T: built a bridge", cast.juniper)
    admit(cast)
    told(cast, "hale", "has admitted")
    let_pass(cast, 61)
    cast.finch.waits_for("check-ins of the week", cast.juniper)


def test_an_administrator_admits_a_guest_by_name_with_a_reason(cast: Cast) -> None:
    """PRV-11."""
    assert admit(cast).errors == {}
    assert "Interpreter for the term" in told(cast, "hale", "has admitted")
    told(cast, "hale", "posts go on by themselves")
    with cast.bot.database.read() as session:
        (row,) = teams.list_admissions(session, teams.get_team(session, 1))
    assert (row.person_id, row.admitted_by) == (cast.people["gray"].id, cast.people["dean"].id)
    assert ("teams.admit", f"team:1:person:{cast.people['gray'].id}") in audited(cast)


def test_the_reason_stands_in_no_audit_row(cast: Cast) -> None:
    admit(cast)
    assert "Interpreter" not in str(audited(cast))


def test_an_admission_needs_a_reason(cast: Cast) -> None:
    assert "say why" in admit(cast, "  ").text
    with cast.bot.database.read() as session:
        assert teams.list_admissions(session, teams.get_team(session, 1)) == []


def test_a_guest_admitted_once_is_asked_about_anew_after_leaving(cast: Cast) -> None:
    admit(cast)
    told(cast, "hale", "has admitted")
    cast.sandbox.remove(cast.juniper, cast.people["gray"])
    cast.sandbox.invite(cast.juniper, cast.people["gray"], by=cast.people["lopez"])
    settle(cast)
    assert cast.dean.presses("Guests (1)", cast.dean.opens_home()).view is not None


def test_a_guest_gets_no_answers_admitted_or_not(cast: Cast) -> None:
    """PRV-05."""
    admit(cast)
    told(cast, "hale", "has admitted")
    home = cast.gray.text_of(cast.gray.opens_home())
    assert "Juniper" not in home
    assert "Maya" not in home
    assert "could not find that student" in cast.gray.types("/checkin Maya T: hello", cast.juniper).text


def test_who_is_no_administrator_sees_no_guests_button(cast: Cast) -> None:
    assert "Guests" not in cast.hale.text_of(cast.hale.opens_home())
