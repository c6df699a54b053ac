"""`/student` alone, its Edit, and its help."""

from handlers.students import replies
from handlers.students.replies import Row
from sandbox.came import Came
from sandbox.visitor import Visitor
from storage import schools
from storage.schools import ShownAs
from tests.cast import Cast
from tests.handlers.students import steps


def _edit(who: Visitor, came: Came, number: int = 0) -> Came:
    """The Edit beside the student of that place in the list."""
    (shown,) = came.ephemerals
    rows = [block for block in shown["blocks"] if "accessory" in block]
    return who.presses("Edit", {**shown, "blocks": [rows[number]]})


def test_members_see_the_students_of_their_teams_and_no_others(cast: Cast) -> None:
    seen = cast.lopez.types("/student", cast.juniper).text
    assert "Maya T." in seen
    assert "Fen O." in seen
    assert "Zadie" not in seen
    assert "Edit" not in seen
    assert "Tern" not in seen


def test_students_are_shown_as_the_school_has_it(cast: Cast) -> None:
    with cast.bot.database.write() as session:
        school = schools.list_schools(session)[0]
        school.shown_as = ShownAs.INITIALS
        session.add(school)
    seen = cast.lopez.types("/student", cast.juniper).text
    assert "M.T." in seen
    assert "Maya" not in seen


def test_whoever_has_no_students_is_told_how_they_come(cast: Cast) -> None:
    assert "You have no students here yet" in cast.dean.types("/student").text
    cast.sandbox.remove(cast.juniper, cast.people["finch"])
    assert "no students here yet" in cast.finch.types("/student").text


def test_a_guest_sees_what_somebody_without_students_sees(cast: Cast) -> None:
    cast.sandbox.invite(cast.juniper, cast.people["gray"])
    assert cast.gray.types("/student", cast.juniper).text == cast.dean.types("/student").text


def test_a_lead_changes_names_and_the_student_is_found_by_them(cast: Cast) -> None:
    form = _edit(cast.hale, cast.hale.types("/student", cast.juniper), number=1).view
    assert form is not None
    cast.hale.submits(form, {"Preferred name": "May", "Nicknames": "Mayflower"})
    cast.hale.waits_for("*May T.*", cast.juniper)
    maya = steps.find_student(cast, "Maya", "Tern")
    assert (maya.preferred_name, maya.nicknames) == ("May", "Mayflower")
    assert {"may t", "mayflower", "maya tern"} <= steps.keys_to(cast, maya.id)
    assert [row.student_id for row in steps.audited(cast, "students.rename")] == [maya.id]


def test_a_lead_takes_a_student_off_the_team_and_the_record_stays(cast: Cast) -> None:
    form = _edit(cast.hale, cast.hale.types("/student", cast.juniper)).view
    assert form is not None
    came = cast.hale.presses("Remove from team", form)
    assert "*Fen O.* is no longer on *Juniper Team*" in came.text
    assert steps.names_on(cast, steps.team_in(cast, cast.juniper)) == {"Maya Tern"}
    assert steps.find_student(cast, "Fen", "Oakes").archived_at is None
    assert "Fen" not in cast.lopez.types("/student", cast.juniper).text
    assert len(steps.audited(cast, "students.remove")) == 1


def test_an_edit_pressed_after_the_student_left_the_team_changes_nothing(cast: Cast) -> None:
    listed = cast.hale.types("/student", cast.juniper)
    form = _edit(cast.hale, listed).view
    assert form is not None
    cast.hale.presses("Remove from team", form)
    assert "I could not find that student" in _edit(cast.hale, listed).text


def test_help_says_what_works_to_anybody_and_gives_nothing_away(cast: Cast) -> None:
    said = cast.finch.types("/student help", cast.juniper).text
    assert "/student add" in said
    assert said == cast.dean.types("/student help").text


def test_a_long_list_comes_in_pages(cast: Cast) -> None:
    juniper = steps.team_in(cast, cast.juniper)
    for number in range(30):
        cast.add_student(f"Quill{number:02} Moss", juniper)
    (first,) = cast.hale.types("/student", cast.juniper).ephemerals
    assert "Quill29" not in cast.hale.text_of(first)
    (second,) = cast.hale.presses("More (8)", first).ephemerals
    assert "Quill29" in cast.hale.text_of(second)
    assert "Fen O." not in cast.hale.text_of(second)


def test_a_page_fits_into_a_message_whatever_the_teams() -> None:
    rows = [Row(number, "Fen O.", "04", number, f"Team {number}", leads=True) for number in range(100)]
    pages = [replies.say_mine(rows, at) for at in range(0, 100, replies.ON_A_PAGE)]
    assert max(len(page.blocks) for page in pages) <= 50
    assert all(page.replaces for page in pages)
