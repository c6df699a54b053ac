"""Who carries what: set by form, told, ended, looked back on."""

from typing import Any

import pytest

from sandbox.wire import Json
from storage import roles
from storage.roles import RoleHolder
from tests.cast import Cast
from tests.handlers.students import steps

HOLDER, BACKUP, DECIDED, END = "Who carries it", "Backup", "Where was it decided?", "End this duty"


def chart(cast: Cast, who: str = "lopez") -> Json:
    shown: Json = getattr(cast, who).types("/student Maya roles", cast.juniper).ephemerals[-1]
    return shown


def form_for(cast: Cast, duty: str, who: str = "lopez") -> Json:
    """The form behind the button beside that duty."""
    shown = chart(cast, who)
    (row,) = [block for block in shown["blocks"] if "accessory" in block and f"*{duty}*" in block["text"]["text"]]
    view: Json | None = getattr(cast, who).presses(row["accessory"]["action_id"], {**shown, "blocks": [row]}).view
    assert view is not None
    return view


def give(cast: Cast, duty: str, to: str, by: str = "lopez", **more: Any) -> dict[str, str]:
    """Set a duty; the errors under the fields."""
    filled = {HOLDER: cast.people[to].id, **more}
    errors: dict[str, str] = getattr(cast, by).submits(form_for(cast, duty, by), filled).errors
    return errors


def held(cast: Cast, duty: str) -> RoleHolder | None:
    with cast.bot.database.read() as session:
        return roles.find_role(session, cast.key_to(steps.find_student(cast, "Maya", "Tern").id), duty)


def test_a_gap_is_assigned_and_the_holder_and_backup_are_told(cast: Cast) -> None:
    form = form_for(cast, "family contact")
    people = {HOLDER: cast.people["finch"].id, BACKUP: cast.people["ortiz"].id}
    cast.lopez.submits(form, {**people, DECIDED: "huddle <!here>"})
    said = cast.finch.text_of(cast.finch.waits_for("You are now *family contact* for *Maya T.*"))
    assert "Decided: huddle &lt;!here&gt;" in said
    cast.ortiz.waits_for("You are now the backup for *family contact*")
    assert not any("Maya" in preview for preview in cast.finch.notifications())
    cast.lopez.waits_for("They have been told.", cast.juniper)
    finch, ortiz = (f"<@{cast.people[one].id}>" for one in ("finch", "ortiz"))
    assert f"*family contact*: {finch} since" in cast.hale.text_of(chart(cast, "hale"))
    assert f"backup {ortiz}" in cast.hale.text_of(chart(cast, "hale"))
    (row,) = steps.audited(cast, "roles.hold")
    assert row.object_id.startswith("role:")
    assert row.student_id is not None


def test_only_who_may_see_the_student_can_hold_a_duty_and_never_twice(cast: Cast) -> None:
    cast.sandbox.invite(cast.juniper, cast.people["gray"])
    assert "not on this student's team" in give(cast, "meetings", "pell")["holder"]
    assert "a guest here" in give(cast, "meetings", "gray")["holder"]
    lopez = cast.people["lopez"].id
    assert "same person" in give(cast, "meetings", "lopez", **{BACKUP: lopez})["backup"]
    assert "act now" in give(cast, "meetings", "lopez", **{DECIDED: "she said she will kill herself"})["decided"]
    assert held(cast, "meetings") is None


def test_two_at_once_the_second_is_told_and_nothing_is_taken_over_unseen(cast: Cast) -> None:
    slow = form_for(cast, "meetings", "finch")
    assert give(cast, "meetings", "ortiz") == {}
    assert "while your form was open" in cast.finch.submits(slow, {HOLDER: cast.people["finch"].id}).errors["holder"]
    row = held(cast, "meetings")
    assert row is not None
    assert row.holder_id == cast.people["ortiz"].id


def test_a_duty_goes_on_to_another_and_the_history_knows_both(cast: Cast) -> None:
    give(cast, "meetings", "ortiz")
    give(cast, "meetings", "ortiz", **{BACKUP: cast.people["hale"].id})
    cast.forward(minutes=60 * 24 * 40)
    give(cast, "meetings", "finch", **{DECIDED: "huddle"})
    cast.ortiz.waits_for("You no longer hold *meetings* for *Maya T.*")
    text = cast.lopez.presses("History", chart(cast)).text
    assert text.count(f"<@{cast.people['ortiz'].id}>, ") == 2
    assert f"<@{cast.people['finch'].id}>, " in text
    assert "until now" in text
    with cast.bot.database.read() as session:
        maya = cast.key_to(steps.find_student(cast, "Maya", "Tern").id)
        newest, second, first = roles.list_role_history(session, maya, "meetings")
    assert (first.until, second.until) == (second.since, newest.since)
    assert second.held_since == first.since
    assert newest.held_since == newest.since


@pytest.mark.parametrize(("why", "is_gap"), [("It still needs", True), ("does not need it", False)])
def test_an_ended_duty_is_a_gap_only_where_it_goes_on(cast: Cast, why: str, is_gap: bool) -> None:
    with cast.bot.database.write() as session:
        maya = steps.find_student(cast, "Maya", "Tern").id
        finch = cast.people["finch"].id
        row = RoleHolder(student_id=maya, role="speech", holder_id=finch, since=cast.sandbox.now(), set_by="cast")
        roles.hold(session, row)
    form = cast.lopez.presses(END, form_for(cast, "speech")).view
    assert form is not None
    options = [one["text"]["text"] for one in form["blocks"][1]["element"]["options"]]
    cast.lopez.submits(form, {"What becomes of the duty": next(one for one in options if why in one)})
    cast.finch.waits_for("nobody carries it now")
    assert ("*speech*: nobody is recorded" in cast.lopez.text_of(chart(cast))) is is_gap
    assert held(cast, "speech") is None


def test_a_holder_who_left_the_team_leaves_a_gap_with_their_name(cast: Cast) -> None:
    give(cast, "meetings", "ortiz")
    cast.sandbox.remove(cast.juniper, cast.people["ortiz"])
    said = f"*meetings*: <@{cast.people['ortiz'].id}> left the team"
    cast.waits_until(lambda: said in cast.lopez.text_of(chart(cast)))


def test_a_case_manager_named_by_a_member_reads_nothing_restricted_until_a_lead_says_yes(cast: Cast) -> None:
    assert "a lead of the team changes who it is" in give(cast, "case manager", "finch")["holder"]
    form = cast.hale.presses(END, form_for(cast, "case manager", "hale")).view
    assert form is not None
    cast.hale.submits(form)
    checkin = cast.lopez.types("/checkin", cast.juniper).view
    assert checkin is not None
    cast.lopez.submits(checkin, {"Student": "Maya", "Update": "sealed otter words", "Restricted": "restricted"})
    assert give(cast, "case manager", "finch", by="finch") == {}
    asked = cast.hale.waits_for("A case manager reads the restricted check-ins")
    assert "otter" not in cast.finch.types("/student Maya").text
    cast.hale.presses("Yes", asked)
    cast.finch.waits_for("You are now *case manager*")
    assert "otter" in cast.finch.types("/student Maya").text


def test_who_carries_nearly_everything_is_said_to_the_leads_alone_and_once(cast: Cast) -> None:
    steps.also_leads(cast, "ortiz", cast.team_of(cast.juniper))
    for duty in ("family contact", "progress data", "accommodations", "meetings"):
        give(cast, duty, "hale")
    cast.ortiz.waits_for("holds nearly everything for *Maya T.*")
    cast.all_sent()
    assert sum("nearly everything" in cast.hale.text_of(one) for one in cast.hale.sees()) == 1
    assert "nearly everything" in cast.hale.text_of(chart(cast, "hale"))
    assert "nearly everything" not in cast.lopez.everything()


def test_a_lead_adds_a_duty_of_the_school_that_names_no_student(cast: Cast) -> None:
    form = cast.hale.presses("Add a duty of your school", chart(cast, "hale")).view
    assert form is not None
    assert "already" in cast.hale.submits(form, {"Duty": "Family-Contact"}).errors["name"]
    assert "names a student" in cast.hale.submits(form, {"Duty": "swim with Fen Oakes"}).errors["name"]
    cast.hale.submits(form, {"Duty": "  swim   helper "})
    cast.hale.waits_for("*swim helper* is a duty of *Juniper Hollow* now", cast.juniper)
    shown = chart(cast)
    assert "swim helper" in cast.lopez.text_of(shown)
    any_duty = cast.lopez.presses("Set a duty", shown).view
    assert any_duty is not None
    cast.lopez.submits(any_duty, {"Duty": "swim helper", HOLDER: cast.people["ortiz"].id})
    cast.ortiz.waits_for("You are now *swim helper*")
    assert "Add a duty" not in cast.lopez.text_of(chart(cast))


def test_an_administrator_adds_a_duty_to_a_school_without_seeing_any_student(cast: Cast) -> None:
    school = cast.team_of(cast.juniper).school_id
    home = cast.dean.opens_home()
    listed = cast.dean.presses("Schools (1)", home).view
    assert listed is not None
    form = cast.dean.presses("Add a duty", listed).view
    assert form is not None
    cast.dean.submits(form, {"Duty": "swim helper"})
    cast.dean.waits_for("*swim helper* is a duty of *Juniper Hollow* now")
    assert "swim helper" in cast.lopez.text_of(chart(cast))
    (row,) = steps.audited(cast, "roles.add_duty")
    assert (row.object_id, row.student_id) == (f"school:{school}", None)


def test_a_roles_file_says_since_when_and_where_it_was_decided(cast: Cast) -> None:
    cast.add_student("Orson Quill", cast.team_of(cast.juniper), school_ref="4711")
    cast.dean.uploads("roles.csv", b"school_id,role,email\n4711,family contact,finch@juniper.example\n")
    cast.dean.presses("Add them", cast.dean.waits_for("This file would"))
    cast.dean.waits_for("Done:")
    said = cast.lopez.types("/student Orson Quill roles").text
    assert f"*family contact*: <@{cast.people['finch'].id}> since" in said
    assert "Decided: an administrator's file" in said
