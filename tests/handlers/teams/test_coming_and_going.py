"""People, apps and leads come and go: access follows, and those who should know are told."""

import pytest

from handlers import doors
from handlers.conversation import Request
from storage import people
from tests.cast import Cast
from tests.handlers.teams.steps import audited, leads_of, settle, told, visitor


@pytest.fixture(autouse=True)
def _everybody_known(cast: Cast) -> None:
    """The bot has met everybody in the Juniper channel."""
    for name in ("hale", "lopez", "ortiz", "finch"):
        visitor(cast, name).opens_home()


def sees_students(cast: Cast, name: str) -> int:
    request = Request(person=cast.people[name].id, now=cast.bot.clock.now())
    with cast.bot.database.read() as session:
        return len(doors.access_students(session, request))


def test_leads_hear_who_joins(cast: Cast) -> None:
    """PRV-14."""
    cast.sandbox.invite(cast.juniper, cast.people["pell"], by=cast.people["lopez"])
    assert "can now read about the students" in told(cast, "hale", "has joined")


def test_a_lead_who_invites_is_not_told_of_it(cast: Cast) -> None:
    cast.sandbox.invite(cast.juniper, cast.people["pell"], by=cast.people["hale"])
    cast.sandbox.invite(cast.juniper, cast.people["dean"], by=cast.people["lopez"])
    assert cast.people["pell"].id not in told(cast, "hale", "has joined")
    said = [visitor(cast, "hale").text_of(one) for one in cast.hale.sees()]
    assert len([one for one in said if "has joined" in one]) == 1


def test_who_leaves_loses_the_students_and_their_home_at_once(cast: Cast) -> None:
    """PRV-04."""
    assert "Maya T." in cast.lopez.text_of(cast.lopez.opens_home())
    cast.lopez.leaves(cast.juniper)
    settle(cast)
    assert sees_students(cast, "lopez") == 0
    assert "Maya T." not in cast.lopez.everything()


def test_a_guest_who_joins_stops_posts_and_leads_hear_what_to_do(cast: Cast) -> None:
    """PRV-11, PRV-14."""
    cast.sandbox.invite(cast.juniper, cast.people["gray"], by=cast.people["lopez"])
    words = told(cast, "hale", "guests may not read")
    assert "Remove the guest" in words
    assert "Posts about its students wait" in cast.hale.text_of(cast.hale.opens_home())


def test_the_same_guest_is_told_of_once_a_day(cast: Cast) -> None:
    for _ in range(2):
        cast.sandbox.invite(cast.juniper, cast.people["gray"], by=cast.people["lopez"])
        told(cast, "hale", "guests may not read")
        cast.sandbox.remove(cast.juniper, cast.people["gray"])
        told(cast, "hale", "posts go on")
    said = [cast.hale.text_of(one) for one in cast.hale.sees()]
    assert len([one for one in said if "guests may not read" in one]) == 1


def test_when_the_guest_is_removed_posts_go_on(cast: Cast) -> None:
    cast.sandbox.invite(cast.juniper, cast.people["gray"], by=cast.people["lopez"])
    told(cast, "hale", "guests may not read")
    cast.sandbox.remove(cast.juniper, cast.people["gray"])
    told(cast, "hale", "posts go on")
    assert "Posts about its students wait" not in cast.hale.text_of(cast.hale.opens_home())


def test_another_app_is_listed_and_stops_nothing(cast: Cast) -> None:
    """PRV-11."""
    helper = cast.sandbox.add_person("helper", "Helper App", is_bot=True)
    cast.sandbox.invite(cast.juniper, helper, by=cast.people["lopez"])
    assert "This stops nothing" in told(cast, "hale", "Another app is")
    with cast.bot.database.read() as session:
        channel = people.find_channel(session, cast.juniper.id)
        assert channel is not None
        assert channel.paused_because == ""


def test_a_lead_who_leaves_is_none_any_more_and_the_others_hear_it(cast: Cast) -> None:
    view = cast.hale.presses("Team settings", cast.hale.opens_home()).view
    assert view is not None
    both = [cast.people["hale"].id, cast.people["lopez"].id]
    assert cast.hale.submits(view, {"Team leads": both}).ok
    told(cast, "lopez", "made you a lead")
    cast.hale.leaves(cast.juniper)
    assert "no longer a lead" in told(cast, "lopez", "no longer a lead")
    assert leads_of(cast, cast.juniper) == {cast.people["lopez"].id}
    assert ("teams.remove_lead", f"team:1:person:{cast.people['hale'].id}") in audited(cast)


def test_when_the_last_lead_leaves_an_administrator_names_another(cast: Cast) -> None:
    cast.hale.leaves(cast.juniper)
    assert "has no lead" in cast.lopez.text_of(cast.lopez.waits_for("has no lead", cast.juniper))
    asked = cast.dean.waits_for("name a new lead")
    view = cast.dean.presses("Name a lead", asked).view
    assert view is not None
    assert cast.dean.submits(view, {"Team leads": [cast.people["lopez"].id]}).ok
    told(cast, "lopez", "made you a lead")
    assert leads_of(cast, cast.juniper) == {cast.people["lopez"].id}


def test_a_bot_that_is_removed_takes_everybodys_access_with_it(cast: Cast) -> None:
    cast.sandbox.remove(cast.juniper)
    assert "Invite me again" in told(cast, "hale", "not in")
    assert sees_students(cast, "lopez") == 0
    assert "Invite me again" in told(cast, "dean", "not in")
    cast.sandbox.invite(cast.juniper, by=cast.people["lopez"])
    cast.lopez.waits_for("I am back", cast.juniper)
    assert sees_students(cast, "lopez") == 2


@pytest.mark.parametrize(
    ("action", "undone_by", "says"),
    [("archive", "unarchive", "archived"), ("share", "unshare", "shared with another organization")],
)
def test_a_channel_that_turns_unfit_is_told_to_leads_and_administrators_until_it_is_well(
    cast: Cast, action: str, undone_by: str, says: str
) -> None:
    """PRV-10, PRV-14."""
    cast.hale.arranges(action, cast.juniper)
    assert "go on" in told(cast, "hale", says)
    told(cast, "dean", says)
    cast.hale.arranges(undone_by, cast.juniper)
    told(cast, "hale", "posts go on")


def test_a_channel_that_turns_public_hides_its_students_and_leads_are_told(cast: Cast) -> None:
    """PRV-10, PRV-14: Slack says so in the channel itself, which the next look finds."""
    cast.hale.arranges("make_public", cast.juniper)
    cast.sandbox.invite(cast.juniper, cast.people["pell"], by=cast.people["hale"])
    assert "Make it private again" in told(cast, "hale", "public")
    assert sees_students(cast, "lopez") == 0


def test_lock_screens_show_no_team_and_no_guest(cast: Cast) -> None:
    """PRV-13."""
    cast.sandbox.invite(cast.juniper, cast.people["gray"], by=cast.people["lopez"])
    told(cast, "hale", "guests may not read")
    for preview in cast.hale.notifications():
        assert "Juniper" not in preview
        assert "ray" not in preview
