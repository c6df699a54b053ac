"""A CSV dropped into the bot's direct messages: shown, asked about, taken in."""

import pytest
from sqlmodel import select

from bot.downloads import is_slacks
from bot.settings import Settings
from sandbox.visitor import Visitor
from sandbox.wire import Json
from storage import imports, sight
from storage.roles import CASE_MANAGER
from storage.students import Student
from tests.cast import Cast
from tests.handlers.students import steps

HEAD = "school_id,first_name,last_name,preferred_name,nicknames,grade,plan,case_manager_email,channel\n"
READ = "This file would"
DONE = "Done:"


def drop(who: Visitor, text: str | bytes, name: str = "class.csv") -> None:
    who.uploads(name, text if isinstance(text, bytes) else text.encode())


def preview(who: Visitor, text: str | bytes, wanted: str = READ) -> Json:
    drop(who, text)
    return who.waits_for(wanted)


def take(who: Visitor, text: str | bytes) -> str:
    """Drop a file, press **Add them**, and read what came of it."""
    who.presses("Add them", preview(who, text))
    return who.text_of(who.waits_for(DONE))


def test_a_lead_sees_what_a_file_would_do_and_then_it_is_done(cast: Cast) -> None:
    file = (
        HEAD + "4711,Orson,Quill,Ory,Oz;Ozzie,5,IEP,lopez@juniper.example,\n4712,Tam,Reed,,,KG,,,\n4713,,Moss,,,,,,\n"
    )
    shown = cast.hale.text_of(preview(cast.hale, file))
    assert "add 2 students" in shown
    assert "Ory Quill, Tam Reed" in shown
    assert "students.csv, line 4: first_name is empty" in shown
    assert len(steps.list_students(cast)) == 3
    done = take(cast.hale, file)
    assert "added 2 students" in done
    assert "delete the file" in done
    assert steps.names_on(cast, steps.team_in(cast, cast.juniper)) >= {"Orson Quill", "Tam Reed"}
    orson = steps.find_student(cast, "Orson", "Quill")
    assert (orson.nicknames, orson.grade, orson.plan, orson.imported) == ("Oz; Ozzie", "05", "IEP", False)
    (held,) = steps.roles_of(cast, orson.id)
    assert (held.role, held.holder_id) == (CASE_MANAGER, cast.people["lopez"].id)
    assert {row.student_id for row in steps.audited(cast, "students.add")} >= {orson.id}


def test_the_same_file_again_changes_nothing(cast: Cast) -> None:
    file = HEAD + "4711,Orson,Quill,,,5,IEP,lopez@juniper.example,\n"
    take(cast.hale, file)
    again = cast.hale.text_of(preview(cast.hale, file, "There is nothing to take in"))
    assert "change nothing; 1 line on record already" in again


def test_leave_it_leaves_it(cast: Cast) -> None:
    cast.hale.presses("Leave it", preview(cast.hale, HEAD + "4711,Orson,Quill,,,,,,\n"))
    said = cast.hale.text_of(cast.hale.waits_for("nothing was changed"))
    assert "delete the file" in said
    assert len(steps.list_students(cast)) == 3


def test_students_of_the_team_are_changed_not_doubled(cast: Cast) -> None:
    cast.add_student("Orson Quill", steps.team_in(cast, cast.juniper), school_ref="4711", grade="04")
    shown = cast.hale.text_of(preview(cast.hale, HEAD + "4711,Orson,Quill-Moss,,,5,,,\n"))
    assert "change 1 student" in shown
    assert "Orson Quill-Moss (last name, grade)" in shown
    take(cast.hale, HEAD + "4711,Orson,Quill-Moss,,,5,,,\n")
    changed = steps.find_student(cast, "Orson", "Quill-Moss")
    assert changed.grade == "05"
    assert "orson moss" in steps.keys_to(cast, changed.id)


def test_a_student_known_elsewhere_is_created_all_the_same_and_asked_about(cast: Cast) -> None:
    cast.add_student("Orson Quill", steps.team_in(cast, cast.birch), school_ref="4711")
    done = take(cast.hale, HEAD + "4711,Orson,Quill,,,,,,\n")
    assert "added 1 student" in done
    cast.pell.waits_for("under the school ID of")
    assert len(steps.requests_on(cast)) == 1


def test_a_lead_of_several_teams_is_asked_which(cast: Cast) -> None:
    cast.sandbox.invite(cast.birch, cast.people["hale"])
    steps.also_leads(cast, "hale", steps.team_in(cast, cast.birch))
    asked = preview(cast.hale, HEAD + "4711,Orson,Quill,,,,,,\n", "Which team")
    cast.hale.presses("Birch Team", asked)
    cast.hale.presses("Add them", cast.hale.waits_for(READ))
    cast.hale.waits_for(DONE)
    assert "Orson Quill" in steps.names_on(cast, steps.team_in(cast, cast.birch))
    assert "Orson Quill" not in steps.names_on(cast, steps.team_in(cast, cast.juniper))


@pytest.mark.parametrize("cell", ["{name}", "#{name}", "{id}"])
def test_a_channel_column_names_the_team(cast: Cast, cell: str) -> None:
    cast.sandbox.invite(cast.birch, cast.people["hale"])
    steps.also_leads(cast, "hale", steps.team_in(cast, cast.birch))
    channel = cell.format(name=cast.birch.name, id=cast.birch.id)
    take(cast.hale, HEAD + f"4711,Orson,Quill,,,,,,{channel}\n")
    assert "Orson Quill" in steps.names_on(cast, steps.team_in(cast, cast.birch))


def test_another_teams_channel_and_an_unknown_one_are_skipped_in_the_same_words(cast: Cast) -> None:
    file = HEAD + f"4711,Orson,Quill,,,,,,{cast.birch.name}\n4712,Tam,Reed,,,,,,no-such-channel\n"
    shown = cast.hale.text_of(preview(cast.hale, file))
    for line in (2, 3):
        assert f"students.csv, line {line}: its channel is not one of a team you lead" in shown


def test_a_member_who_is_no_lead_is_refused_with_a_sentence(cast: Cast) -> None:
    said = preview(cast.lopez, HEAD + "4711,Orson,Quill,,,,,,\n", "only from a team's leads")
    assert "Ask your lead" in cast.lopez.text_of(said)
    assert len(steps.list_students(cast)) == 3


def test_a_guest_is_refused_though_a_lead(cast: Cast) -> None:
    cast.sandbox.invite(cast.juniper, cast.people["gray"])
    steps.also_leads(cast, "gray", steps.team_in(cast, cast.juniper))
    preview(cast.gray, HEAD + "4711,Orson,Quill,,,,,,\n", "only from a team's leads")
    assert len(steps.list_students(cast)) == 3


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"\n", "This file is empty"),
        (b"\xff\xfes\x00c\x00", "UTF-16"),
        ("school_id,first_name,last_name\n1,Ren\xe9e,Moss\n".encode("latin-1"), "not UTF-8"),
        (b"first_name,last_name\nOrson,Quill\n", "has no column school_id"),
        (b"school_id;first_name;last_name\n1;Orson;Quill\n", "semicolons"),
        (b"PK\x03\x04nonsense", "a zip or an Excel workbook"),
        (b"Orson,Quill\nTam,Reed\n", "does not name columns we know"),
    ],
    ids=["empty", "utf-16", "latin-1", "no column", "semicolons", "excel", "no header"],
)
def test_a_broken_file_gets_a_sentence_and_repeats_nothing(cast: Cast, content: bytes, sentence: str) -> None:
    said = cast.hale.text_of(preview(cast.hale, content, sentence))
    assert "Orson" not in said
    assert "Moss" not in said
    assert len(steps.list_students(cast)) == 3


def test_a_bom_is_fine(cast: Cast) -> None:
    assert "add 1 student" in cast.hale.text_of(preview(cast.hale, "\ufeff" + HEAD + "4711,Orson,Quill,,,,,,\n"))


def test_a_formula_is_skipped_with_its_line(cast: Cast) -> None:
    shown = cast.hale.text_of(preview(cast.hale, HEAD + "4711,=cmd|' /C calc'!A0,Quill,,,,,,\n"))
    assert "line 2: first_name starts like a formula" in shown
    assert "calc" not in shown


def test_more_than_ten_megabytes_are_not_fetched(cast: Cast) -> None:
    preview(cast.hale, HEAD.encode() + b"x" * (10 * 1024 * 1024), "larger than 10 MB")


@pytest.mark.usefixtures("database_path")
def test_what_must_not_be_read_is_nowhere(cast: Cast) -> None:
    file = "school_id,first_name,last_name,birth_date,ssn\n4711,Orson,Quill,CANARY,CANARY\n"
    shown = cast.hale.text_of(preview(cast.hale, file))
    assert "columns besides ours: 2" in shown
    take(cast.hale, file)
    cast.bot.database.close()
    beside = cast.database_path.parent.iterdir()
    assert not any(b"CANARY" in path.read_bytes() for path in beside)


def test_no_preview_names_a_student(cast: Cast) -> None:
    take(cast.hale, HEAD + "4711,Orson,Quill,,,,,,\n")
    previews = " ".join(cast.hale.notifications())
    assert "I have read your file." in previews
    assert "Orson" not in previews
    assert "Quill" not in previews


def test_a_file_gone_before_it_was_taken_gets_a_sentence(cast: Cast) -> None:
    shown = preview(cast.hale, HEAD + "4711,Orson,Quill,,,,,,\n")
    cast.sandbox.fail("files.info", "error", error="file_deleted")
    cast.hale.presses("Add them", shown)
    cast.hale.waits_for("I do not find that file in Slack any more")
    assert len(steps.list_students(cast)) == 3


def test_somebody_elses_file_is_not_read(cast: Cast) -> None:
    """A button's value is only words from outside: another person's file id in it opens nothing."""
    hers = preview(cast.hale, HEAD + "4711,Orson,Quill,,,,,,\n")
    own = preview(cast.pell, HEAD + "4712,Tam,Reed,,,,,,\n")
    forged = {**own["blocks"][-1], "elements": hers["blocks"][-1]["elements"]}
    cast.pell.presses("Add them", {**own, "blocks": [forged]})
    cast.pell.waits_for("I do not find that file")
    assert len(steps.list_students(cast)) == 3


def test_an_administrator_drops_roles_which_decide_who_reads_restricted_words(cast: Cast) -> None:
    orson = cast.add_student("Orson Quill", steps.team_in(cast, cast.juniper), school_ref="4711")
    file = "school_id,role,email\n4711,case manager,lopez@juniper.example\n9999,data,lopez@juniper.example\n"
    shown = cast.dean.text_of(preview(cast.dean, file))
    assert "give 1 role (case manager: 1)" in shown
    assert "roles.csv, line 3: no student here has this school ID" in shown
    take(cast.dean, file)
    with cast.bot.database.read() as session:
        managed = sight.list_case_managed(session, cast.people["lopez"].id, "lopez@juniper.example", [orson])
    assert managed == {orson}


def test_an_administrator_drops_positions(cast: Cast) -> None:
    file = "email,position\nortiz@juniper.example,school counselor\nnobody@juniper.example,slp\n"
    shown = cast.dean.text_of(preview(cast.dean, file))
    assert "set 2 positions (counselor: 1, SLP: 1)" in shown
    assert "Not seen in Slack yet, so they count once they are: nobody@juniper.example" in shown.replace("&#64;", "@")
    take(cast.dean, file)
    with cast.bot.database.read() as session:
        assert imports.list_positions(session) == {
            "ortiz@juniper.example": "counselor",
            "nobody@juniper.example": "SLP",
        }


def test_a_lead_gives_roles_on_the_own_team_only_and_no_positions(cast: Cast) -> None:
    cast.add_student("Orson Quill", steps.team_in(cast, cast.birch), school_ref="4711")
    shown = cast.hale.text_of(preview(cast.hale, "school_id,role,email\n4711,case manager,hale@juniper.example\n"))
    assert "no student here has this school ID" in shown
    preview(cast.hale, "email,position\nhale@juniper.example,counselor\n", "comes from an administrator")


def test_an_administrator_takes_students_in_for_the_school(cast: Cast) -> None:
    take(cast.dean, HEAD + f"4711,Orson,Quill,,,,,,{cast.birch.name}\n4712,Tam,Reed,,,,,,\n")
    assert "Orson Quill" in steps.names_on(cast, steps.team_in(cast, cast.birch))
    assert steps.find_student(cast, "Tam", "Reed").imported
    with cast.bot.database.read() as session:
        on_no_team = session.exec(select(Student.id).where(Student.first_name == "Tam")).one()
    assert cast.dean.types("/student").text.count("Tam") == 0
    assert on_no_team


def test_words_in_a_direct_message_get_an_answer(cast: Cast) -> None:
    cast.lopez.types("hello")
    assert "/student add" in cast.lopez.text_of(cast.lopez.waits_for("What works now"))
    cast.lopez.types("who calls home for Maya?")
    cast.lopez.waits_for("Nobody is recorded")


@pytest.mark.parametrize(
    ("address", "fine"),
    [
        ("https://files.slack.com/files-pri/T1-F1/class.csv", True),
        ("https://slack.com/files/class.csv", True),
        ("http://files.slack.com/files-pri/T1-F1/class.csv", False),
        ("https://files.slack.com.example.org/class.csv", False),
        ("https://notslack.com/class.csv", False),
        ("https://docs.example.org/class.csv", False),
        ("", False),
    ],
)
def test_the_token_is_sent_to_slack_only(address: str, fine: bool) -> None:
    assert is_slacks(address, Settings(bot_token="xoxb-not-a-real-one")) is fine


def test_an_answer_slack_lost_is_not_said_twice(cast: Cast) -> None:
    cast.sandbox.fail("chat.postMessage", "lost_answer")
    preview(cast.hale, HEAD + "4711,Orson,Quill,,,,,,\n")
    steps.everything_sent(cast)
    assert sum(READ in cast.hale.text_of(message) for message in cast.hale.sees()) == 1


def test_a_file_slack_could_not_give_just_now_is_read_later(cast: Cast) -> None:
    cast.sandbox.fail("files.info", "500")
    preview(cast.hale, HEAD + "4711,Orson,Quill,,,,,,\n")
