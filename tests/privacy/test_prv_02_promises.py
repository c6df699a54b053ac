"""PRV-02: a promise on one student that names another shows the other's name to nobody who may not see them."""

from sqlmodel import Session, select

from handlers.known import known_of
from handlers.rules.names import keys_of
from handlers.rules.other_students import ANOTHER
from storage import join_requests, students
from storage.database import Database
from storage.followups import Followup
from storage.students import Student
from tests.privacy import attempts, steps
from tests.privacy import world as w

NAMING = "lend the timer to Zadie Pike"
OTHERS = ("Zadie", "Pike")


def promise(session: Session, owner: str, text: str = NAMING) -> dict[str, int | str]:
    """By UBOTH, who supports both students, for one who supports only Quillon; returns the ids of its buttons."""
    steps.send(
        session,
        "followups.promise",
        "UBOTH",
        {"channel": w.JUNIPER},
        student=str(w.QUILLON),
        follow_up=text,
        owner=owner,
    )
    made = session.exec(select(Followup).where(Followup.promised_by == "UBOTH")).one()
    return {"followup": made.id, "student": w.QUILLON}


def names_in(said: str) -> list[str]:
    return [name for name in OTHERS if name in said]


def test_prv_02_its_owner_reads_another_student(world: Database) -> None:
    with w.undone(world) as session:
        said = steps.hear(session, "followups.given", "ULOPEZ", **promise(session, "ULOPEZ"))
        assert names_in(said) == []
        assert ANOTHER in said


def test_prv_02_so_does_the_form_that_changes_it_and_the_name_stays_for_those_who_may_read_it(world: Database) -> None:
    with w.undone(world) as session:
        ids = promise(session, "ULOPEZ")
        form = steps.press(session, "followups.edit", "ULOPEZ", **ids)
        assert names_in(form) == []
        shown = f"lend the timer to {ANOTHER}"
        assert shown in form
        filled = {"follow_up": shown, "owner": "ULOPEZ", "due": "2026-09-30"}
        assert (
            names_in(
                steps.send(session, "followups.change", "ULOPEZ", {**ids, "had": "ULOPEZ", "newest": 10**9}, **filled)
            )
            == []
        )
        assert names_in(steps.hear(session, "followups.told", "UBOTH", **ids)) == list(OTHERS)


def test_prv_02_words_with_a_hand_over_are_read_the_same_way(world: Database) -> None:
    with w.undone(world) as session:
        ids = promise(session, "UBOTH")
        filled = {"owner": "ULOPEZ", "word": "ask Orla Reed and Zadie Pike first"}
        steps.send(session, "followups.give", "UBOTH", {**ids, "had": "UBOTH"}, **filled)
        said = steps.hear(session, "followups.given", "ULOPEZ", **ids)
        assert names_in(said) == []
        assert said.count(ANOTHER) == 2


def test_prv_02_a_word_that_names_a_second_student_gives_the_first_one_away_to_nobody(world: Database) -> None:
    with w.undone(world) as session:
        ids = promise(session, "UBOTH")
        filled = {"owner": "ULOPEZ", "word": "Tomas Heath has one too"}
        steps.send(session, "followups.give", "UBOTH", {**ids, "had": "UBOTH"}, **filled)
        said = steps.hear(session, "followups.given", "ULOPEZ", **ids)
        assert [name for name in (*OTHERS, "Tomas", "Heath") if name in said] == []


def test_prv_02_a_promise_is_not_found_by_the_name_that_was_taken_out_of_it(world: Database) -> None:
    asked = "who said they would lend the timer to {}?"
    with w.undone(world) as session:
        promise(session, "UHALE")
        found = [steps.asks(session, "ULOPEZ", asked.format(name)) for name in ("Zadie Pike", "Brannick Holloway")]
        assert found[0] == found[1]


def test_prv_02_nor_by_a_name_that_is_a_word(world: Database) -> None:
    """*Grace* and *joy* are read as words of the question where the asker knows no such student."""
    with w.undone(world) as session:
        zadie = session.get_one(Student, w.ZADIE)
        zadie.first_name, zadie.last_name = "Grace", "Page"
        students.set_keys(session, zadie, keys_of(known_of(zadie)))
        promise(session, "UHALE", "lend the timer to Grace Page")
        answers = [steps.asks(session, "ULOPEZ", f"who said they'd lend {word}") for word in ("grace", "joy")]
        assert answers[0] == answers[1]
        assert ANOTHER in steps.asks(session, "ULOPEZ", "who said they'd lend the timer")


def test_prv_02_joined_records_hide_the_name_that_either_had(world: Database) -> None:
    with w.undone(world) as session:
        session.add(
            Student(id=70006, school_id=50001, first_name="Zadie", last_name="Pyke", added_by="UPELL", added_at=w.NOW)
        )
        session.flush()
        ids = promise(session, "ULOPEZ")
        kept, given_up = session.get_one(Student, 70006), session.get_one(Student, w.ZADIE)
        kept.nicknames = "Zadie Pike"
        join_requests.move_records(session, kept, given_up, w.NOW)
        assert names_in(steps.hear(session, "followups.given", "ULOPEZ", **ids)) == []


def test_prv_02_where_a_duty_was_decided_names_no_other_student(world: Database) -> None:
    with w.undone(world) as session:
        filled = {"duty": "family contact", "holder": "ULOPEZ", "decided": "when we met on Zadie Pike"}
        said = steps.send(session, "roles.set", "UBOTH", {"student": w.QUILLON, "newest": 10**9}, **filled)
        assert "names another student" in said
        read = steps.press(session, "roles.chart", "ULOPEZ", student=w.QUILLON)
        assert names_in(read) == []


def test_prv_02_a_message_is_not_said_to_have_been_taken_up_for_somebody_elses_student(world: Database) -> None:
    taken: dict[str, int | str] = {"from": w.JUNIPER, "ts": "1790000000.000100", "link": "https://x.example/p1"}
    with w.undone(world) as session:
        mine = session.get_one(Followup, w.FOLLOWUP)
        mine.source_channel, mine.source_ts = str(taken["from"]), str(taken["ts"])
        session.flush()
        filled = {"student": str(w.ZADIE), "follow_up": "call home"}
        first = steps.send(session, "followups.promise", "UPELL", taken, **filled)
        second = steps.send(session, "followups.promise", "UPELL", {**taken, "ts": "1790000001.000100"}, **filled)
        assert "already" not in first
        assert attempts.plain(first).replace("ID", "")[:400] == attempts.plain(second).replace("ID", "")[:400]


def test_prv_02_the_same_message_is_refused_a_second_time_for_the_same_student(world: Database) -> None:
    """Otherwise the test above would pass on a bot that never refuses."""
    taken: dict[str, int | str] = {"from": w.BIRCH, "ts": "1790000000.000100", "link": "https://x.example/p1"}
    with w.undone(world) as session:
        filled = {"student": str(w.ZADIE), "follow_up": "call home"}
        answers = [steps.send(session, "followups.promise", "UPELL", taken, **filled) for _ in range(2)]
        assert ["already" in one for one in answers] == [False, True]
