"""`/student add`: a lead types a student in."""

import pytest

from storage.roles import CASE_MANAGER
from tests.cast import Cast
from tests.handlers.students import steps


def test_a_lead_adds_a_student_who_is_found_at_once(cast: Cast) -> None:
    came = steps.add(cast.hale, cast.juniper, "Orson", "Quill")
    assert came.ok
    cast.hale.waits_for("*Orson Q.* is on *Juniper Team*", cast.juniper)
    assert "Orson Q." in cast.lopez.types("/student", cast.juniper).text
    assert steps.names_on(cast, steps.team_in(cast, cast.juniper)) == {"Maya Tern", "Fen Oakes", "Orson Quill"}


def test_everything_typed_is_on_record(cast: Cast) -> None:
    steps.add(
        cast.hale,
        cast.juniper,
        "  Bartholomew ",
        "Óakes-Fenn",
        Preferred_name="Barty",
        Nicknames="Bat; Batty, bat",
        Grade="Grade 5",
        Plan=["504", "IEP"],
        School_ID=" 4711 ",
        Case_manager=cast.people["lopez"].id,
    )
    made = steps.find_student(cast, "Bartholomew", "Óakes-Fenn")
    assert (made.preferred_name, made.nicknames, made.grade) == ("Barty", "bat; Batty", "05")
    assert (made.plan, made.school_ref, made.imported) == ("IEP, 504", "4711", False)
    assert {"4711", "bat", "barty o", "bartholomew oakes fenn"} <= steps.keys_to(cast, made.id)
    (held,) = steps.roles_of(cast, made.id)
    assert (held.role, held.holder_id) == (CASE_MANAGER, cast.people["lopez"].id)
    (row,) = steps.audited(cast, "students.add")
    assert (row.student_id, row.actor) == (made.id, cast.people["hale"].id)


def test_a_member_who_is_no_lead_is_told_whom_to_ask(cast: Cast) -> None:
    came = cast.lopez.types("/student add", cast.juniper)
    assert came.view is None
    assert "Only a team's leads add or change its students" in came.text
    assert "Ms. Hale" in came.text or cast.people["hale"].id in came.text


def test_elsewhere_a_lead_of_one_team_adds_for_that_team(cast: Cast) -> None:
    steps.add(cast.hale, None, "Orson", "Quill")
    assert "Orson Quill" in steps.names_on(cast, steps.team_in(cast, cast.juniper))


def test_elsewhere_a_lead_of_several_teams_chooses(cast: Cast) -> None:
    cast.pell.arranges("invite", cast.birch, user=cast.people["hale"])
    steps.also_leads(cast, "hale", steps.team_in(cast, cast.birch))
    steps.add(cast.hale, None, "Orson", "Quill", Team="Birch Team")
    assert "Orson Quill" in steps.names_on(cast, steps.team_in(cast, cast.birch))
    assert "Orson Quill" not in steps.names_on(cast, steps.team_in(cast, cast.juniper))


def test_who_stops_leading_while_typing_adds_nobody(cast: Cast) -> None:
    form = steps.open_form(cast.hale, cast.juniper)
    cast.sandbox.forward(61)
    cast.bot.clock.follow()
    cast.hale.leaves(cast.juniper)
    came = cast.hale.submits(form, {"First name": "Orson", "Last name": "Quill"})
    assert "Only a team's leads" in came.text
    assert len(steps.list_students(cast)) == 3


def test_a_namesake_on_the_team_is_asked_about_and_then_added(cast: Cast) -> None:
    asked = steps.add(cast.hale, cast.juniper, "maya", "TERN", Grade="Grade 5")
    assert asked.view is not None
    assert "There is already a *Maya T.* on this team" in asked.text
    assert len(steps.list_students(cast)) == 3
    assert cast.hale.submits(asked.view).ok
    assert steps.find_student(cast, "maya", "TERN").grade == "05"


def test_a_namesake_on_another_team_is_not_mentioned(cast: Cast) -> None:
    came = steps.add(cast.hale, cast.juniper, "Zadie", "Pike")
    assert came.ok
    assert came.view is None
    assert steps.find_student(cast, "Zadie", "Pike").added_by == cast.people["hale"].id


def test_the_same_school_id_on_the_same_team_is_pointed_out(cast: Cast) -> None:
    steps.add(cast.hale, cast.juniper, "Orson", "Quill", School_ID="4711")
    came = steps.add(cast.hale, cast.juniper, "Orsina", "Quill", School_ID="4711")
    assert came.errors == {"school_ref": "A student of this team has this school ID already."}


@pytest.mark.parametrize("name", ["😀", "!!!", "\u202e", "-"])
def test_a_name_without_letters_is_handed_back(cast: Cast, name: str) -> None:
    came = steps.add(cast.hale, cast.juniper, name, "Quill")
    assert set(came.errors) == {"first_name"}
    assert len(steps.list_students(cast)) == 3


@pytest.mark.parametrize("name", ["<!channel>", "*Orson*", "أحمد", "Zoë", "A" * 100])
def test_any_letters_make_a_name_and_none_of_it_fires(cast: Cast, name: str) -> None:
    steps.add(cast.hale, cast.juniper, name, "Quill")
    made = steps.list_students(cast)[-1]
    said = cast.hale.waits_for(lambda message: "is on *Juniper Team*" in cast.hale.text_of(message), cast.juniper)
    assert made.first_name == name
    assert "<!channel>" not in str(said["blocks"])


def test_a_form_sent_twice_adds_one(cast: Cast) -> None:
    form = steps.open_form(cast.hale, cast.juniper)
    cast.hale.submits(form, {"First name": "Orson", "Last name": "Quill"})
    cast.sandbox.redeliver(1)
    steps.everything_sent(cast)
    assert [row.first_name for row in steps.list_students(cast)].count("Orson") == 1


def test_no_preview_names_the_student(cast: Cast) -> None:
    steps.add(cast.hale, cast.juniper, "Orson", "Quill")
    cast.hale.waits_for("*Orson Q.* is on", cast.juniper)
    assert "Orson" not in " ".join(cast.hale.notifications())


def test_a_guest_adds_nobody(cast: Cast) -> None:
    cast.sandbox.invite(cast.juniper, cast.people["gray"])
    steps.also_leads(cast, "gray", steps.team_in(cast, cast.juniper))
    came = cast.gray.types("/student add", cast.juniper)
    assert came.view is None
    assert len(steps.list_students(cast)) == 3


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [("Orson Quill", "Orson", "Quill"), ("Ana Lucía  Moss", "Ana Lucía", "Moss"), ("Orson", "Orson", "")],
)
def test_a_name_after_the_command_stands_in_the_form(cast: Cast, words: str, first: str, last: str) -> None:
    came = cast.hale.types(f"/student add {words}", cast.juniper)
    assert came.view is not None
    started = {block["block_id"]: block["element"].get("initial_value", "") for block in came.view["blocks"][1:3]}
    assert started == {"first_name": first, "last_name": last}
