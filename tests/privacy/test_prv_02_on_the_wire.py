"""PRV-02 on the wire: byte for byte the same answer, and the same calls to Slack, for theirs-not and for nobody's."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import select

from storage.students import Student
from tests.bot import payload_shapes as shapes
from tests.cast import Cast
from tests.databases import copied
from tests.privacy import outside
from tests.privacy.canaries import FIRST, LAST, found_in
from tests.privacy.outside import Answered, hears

REAL, MADE_UP = f"{FIRST} {LAST}", "Brannick Holloway"
NOBODYS = 99999
BUTTONS = ("checkins.ask", "checkins.edit", "checkins.undo", "checkins.for_student", "checkins.keep_both",
           "checkins.post_in", "checkins.split", "checkins.treat_as_usual", "checkins.finish", "followups.add",
           "students.edit", "students.remove", "students.join")  # fmt: skip
FORMS = ("checkins.keep", "checkins.change", "checkins.withdraw", "followups.promise", "students.rename")


@pytest.fixture(scope="module")
def school(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cast]:
    with copied(template, tmp_path_factory.mktemp("wire")) as url, outside.opened(url) as cast:
        for name in outside.OUTSIDERS:  # so that Slack has told who they are
            hears(cast, shapes.command("", user=cast.people[name].id))
        yield cast


def real_id(cast: Cast) -> int:
    with cast.bot.database.read() as session:
        return session.exec(select(Student.id).where(Student.last_name == LAST)).one()


def forged(cast: Cast, student: int, other: int) -> str:
    """The ids a button or form carries."""
    ids = {"student": student, "checkin": other, "draft": other, "followup": other, "request": other, "team": 1}
    return json.dumps({**ids, "channel": cast.juniper.id})


def press(cast: Cast, person: str, name: str, student: int, other: int) -> Answered:
    value, user = forged(cast, student, other), cast.people[person].id
    trigger = cast.sandbox.practice.triggers.new(user)
    return hears(cast, shapes.press(name, value=value, user=user, trigger_id=trigger))


def send(cast: Cast, person: str, name: str, student: int, other: int) -> Answered:
    filled: dict[str, Any] = {**outside.choose_student(student), **shapes.typed("text", "two pages")}
    filled |= shapes.typed("follow_up", "call home")
    box = [shapes.box("text")]
    held = forged(cast, student, other)
    body = shapes.submission(name, filled, user=cast.people[person].id, blocks=box, private_metadata=held)
    return hears(cast, body)


@pytest.mark.parametrize("person", outside.OUTSIDERS)
def test_prv_02_a_typed_name_is_answered_byte_for_byte_alike(school: Cast, person: str) -> None:
    user = school.people[person].id
    for channel in (school.juniper.id, "C0"):
        answers = [
            hears(school, shapes.command(f"{name}: read two pages", user=user, channel=channel)).without(name)
            for name in (REAL, MADE_UP)
        ]
        assert answers[0] == answers[1]
        assert "could not find that student" in answers[0]


@pytest.mark.parametrize("person", outside.OUTSIDERS)
@pytest.mark.parametrize("name", BUTTONS)
def test_prv_02_a_forged_button_is_answered_with_the_same_bytes_and_calls(school: Cast, person: str, name: str) -> None:
    real, nobodys = press(school, person, name, real_id(school), 1), press(school, person, name, NOBODYS, NOBODYS)
    assert real.without() == nobodys.without()
    assert found_in(real.without()) == []


@pytest.mark.parametrize("person", outside.OUTSIDERS)
@pytest.mark.parametrize("name", FORMS)
def test_prv_02_a_forged_form_is_answered_with_the_same_bytes_and_calls(school: Cast, person: str, name: str) -> None:
    real, nobodys = send(school, person, name, real_id(school), 1), send(school, person, name, NOBODYS, NOBODYS)
    assert real.without() == nobodys.without()
    assert found_in(real.without()) == []


@pytest.mark.parametrize("person", outside.OUTSIDERS)
@pytest.mark.parametrize("words", ["", FIRST, LAST[:3], "ZQ", REAL])
def test_prv_02_the_searching_menu_offers_nothing_of_theirs_not(school: Cast, person: str, words: str) -> None:
    asked = {"type": "block_suggestion", "block_id": "b", "value": words, "action_id": "student"}
    answer = hears(school, {**shapes.press("x", user=school.people[person].id), **asked})
    assert found_in(answer.body) == []
    assert answer.body.count('"value"') == (1 if person == "pell" and not words else 0)
