"""Home shows what one has promised, the roles one holds and what is new, and stays true while somebody looks."""

import json
from datetime import date, timedelta

from bot.fresh_homes import FreshHomes
from handlers.conversation import Home, Request
from handlers.home.freshen import LATELY
from handlers.home.my_followups import MOST
from handlers.home.show import show
from storage import roles
from storage.checkins import Checkin, CheckinStudent
from storage.database import Database
from storage.followups import Followup, add_followup
from storage.people import Membership
from storage.roles import RoleHolder
from tests.cast import Cast
from tests.handlers.home.district import HALE, fill_district
from tests.handlers.teams.moments import NOW

TODAY = NOW.date()


def home_of(database: Database) -> str:
    with database.read() as session:
        made = show(Request(person=HALE, now=NOW), session)
    assert isinstance(made, Home)
    return json.dumps(made.blocks, ensure_ascii=False)


def promise(database: Database, text: str, due_on: date, *, owner: str = HALE, student: int = 1) -> None:
    with database.write() as session:
        row = Followup(
            student_id=student, text=text, owner_id=owner, due_on=due_on, promised_by="UASKS", promised_at=NOW
        )
        add_followup(session, row)


def test_what_one_promised_stands_there_the_overdue_first_each_with_done(database: Database) -> None:
    fill_district(database, 2, 4)
    promise(database, "bring the timer", TODAY + timedelta(days=2))
    promise(database, "call the library", TODAY - timedelta(days=3))
    promise(database, "somebody else's job", TODAY, owner="UASKS")
    home = home_of(database)
    assert home.index("call the library") < home.index("bring the timer")
    assert home.count("*overdue*") == 1
    assert home.count('"followups.done') == 2
    assert "somebody else's job" not in home


def test_a_long_list_says_how_many_more_there_are(database: Database) -> None:
    fill_district(database, 2, 4)
    for number in range(MOST + 3):
        promise(database, f"promise {number}", TODAY + timedelta(days=number))
    assert "And 3 more, due later." in home_of(database)


def test_promises_and_roles_for_students_of_a_team_one_has_left_are_not_shown(database: Database) -> None:
    fill_district(database, 2, 4)
    promise(database, "bring the timer", TODAY, student=2)
    give_role(database, 2)
    assert "bring the timer" in home_of(database)
    assert "My roles" in home_of(database)
    with database.write() as session:
        for number in (1, 2):
            session.delete(session.get_one(Membership, (f"C{number}", HALE)))
    assert "bring the timer" not in home_of(database)
    assert "My roles" not in home_of(database)


def give_role(database: Database, student: int, role: str = "family contact") -> None:
    with database.write() as session:
        roles.hold(session, RoleHolder(student_id=student, role=role, holder_id=HALE, since=NOW, set_by="UASKS"))


def test_roles_are_said_by_duty_with_the_students_they_are_for(database: Database) -> None:
    fill_district(database, 2, 4)
    give_role(database, 1)
    give_role(database, 2)
    give_role(database, 2, "meetings")
    home = home_of(database)
    assert "*Family contact*: Given0001" in home
    assert "*Meetings*: Given0002" in home


def test_what_colleagues_wrote_this_week_is_new(database: Database) -> None:
    fill_district(database, 1, 2)
    write(database, "UASKS")
    write(database, "UASKS")
    write(database, HALE)
    assert home_of(database).count("*2 new check-ins*") == 1


def write(database: Database, author: str) -> None:
    with database.write() as session:
        made = Checkin(author_id=author, team_id=1, text="read aloud", made_at=NOW - timedelta(hours=1))
        session.add(made)
        session.flush()
        session.add(CheckinStudent(checkin_id=made.id, student_id=1))


def test_a_home_opened_lately_shows_by_itself_what_a_colleague_writes(cast: Cast) -> None:
    fresh = FreshHomes(cast.bot.database, cast.bot.clock, cast.bot.sender.wake)
    cast.hale.opens_home()
    fresh.look()
    cast.lopez.types("/checkin Maya T: built a bridge", cast.juniper)
    fresh.look()
    cast.forward(minutes=1)
    cast.waits_until(lambda: "1 new check-in" in cast.hale.everything())


def test_a_home_nobody_looks_at_any_more_is_left_alone(cast: Cast) -> None:
    cast.hale.opens_home()
    cast.forward(minutes=LATELY.total_seconds() / 60 + 1)
    fresh = FreshHomes(cast.bot.database, cast.bot.clock, cast.bot.sender.wake)
    fresh.look()
    cast.lopez.types("/checkin Maya T: built a bridge", cast.juniper)
    cast.all_sent()
    fresh.look()
    assert cast.unsent() == 0


def test_a_button_is_found_where_it_was_pressed_though_home_was_drawn_anew(cast: Cast) -> None:
    shown = cast.hale.opens_home()
    cast.lopez.types("/checkin Maya T: built a bridge", cast.juniper)
    cast.hale.opens_home()
    assert cast.hale.presses("New check-in", shown).view is not None
