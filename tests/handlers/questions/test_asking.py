"""What people ask, typed as they type it, and who reads the answer."""

from datetime import timedelta

import pytest
from sqlmodel import Session

from sandbox.wire import Json
from storage import followups, roles
from storage.followups import Followup
from storage.roles import RoleHolder
from tests.cast import Cast

QUESTION = "@roundtable who owns follow-up for this student?"
LOG, OTHER = "Send home the reading log", "Order the slant board"


def student_named(cast: Cast, first: str) -> int:
    return {"Maya": 1, "Fen": 2, "Zadie": 3}[first]


def promises(cast: Cast, text: str, owner: str, *, student: str = "Maya", in_days: int = 5) -> None:
    now = cast.sandbox.now()
    with cast.bot.database.write() as session:
        made = Followup(
            student_id=student_named(cast, student),
            text=text,
            owner_id=cast.people[owner].id,
            due_on=(now + timedelta(days=in_days)).date(),
            promised_by=cast.people["hale"].id,
            promised_at=now,
        )
        followups.add_followup(session, made)


def holds(cast: Cast, role: str, person: str, *, student: str = "Maya", backup: str = "") -> None:
    with cast.bot.database.write() as session:
        _hold(session, cast, role, person, student, backup)


def _hold(session: Session, cast: Cast, role: str, person: str, student: str, backup: str) -> None:
    row = RoleHolder(
        student_id=student_named(cast, student),
        role=role,
        holder_id=cast.people[person].id,
        backup_id=cast.people[backup].id if backup else "",
        since=cast.sandbox.now(),
        set_by=cast.people["hale"].id,
        decided="huddle of 9 September",
    )
    roles.hold(session, row)


def asks(cast: Cast, person: str, question: str, channel: object = None) -> str:
    came = getattr(cast, person).types(f"/whoowns {question}", channel=channel or cast.juniper)
    return str(came.text)


def calls(cast: Cast, person: str, question: str) -> Json:
    """The question as a mention in the team's channel, which heads the thread of its answer."""
    visitor = getattr(cast, person)
    visitor.types(f"@roundtable {question}", cast.juniper)
    asked: Json = visitor.waits_for(question, cast.juniper)
    return asked


def head_of_week(cast: Cast) -> Json:
    cast.lopez.types("/checkin Maya T: finished 2 of 3 tasks", channel=cast.juniper)
    return cast.ortiz.waits_for("check-ins of the week", cast.juniper)


def test_who_owns_follow_up_names_person_promise_day_and_what_nobody_holds(cast: Cast) -> None:
    promises(cast, LOG, "lopez")
    holds(cast, "family contact", "ortiz", backup="finch")
    said = asks(cast, "finch", "Maya")
    assert said.index(LOG) < said.index("*Roles*")
    assert f"<@{cast.people['lopez'].id}>, due " in said
    assert "promised by" in said
    assert "*progress data*: nobody is recorded" in said
    assert "Assign progress data" in said
    assert ("roles.read_chart", cast.people["finch"].id) in cast.audited()


def test_a_duty_has_its_holder_backup_and_source_or_nobody_with_assign(cast: Cast) -> None:
    holds(cast, "family contact", "ortiz", backup="finch")
    said = asks(cast, "lopez", "who calls home for maya")
    for part in ("family contact", f"<@{cast.people['ortiz'].id}> since", "Backup: <@", "huddle of 9 September"):
        assert part in said
    came = cast.lopez.types("/whoowns who collects data for Maya?", channel=cast.juniper)
    assert "Nobody is recorded" in came.text
    assert cast.lopez.presses("Assign progress data", came.ephemerals[0]).view is not None


def test_lists_are_of_ones_own_students_alone(cast: Cast) -> None:
    promises(cast, LOG, "lopez", in_days=-3)
    promises(cast, OTHER, "pell", student="Zadie", in_days=-3)
    said = asks(cast, "lopez", "anything overdue?")
    assert LOG in said
    assert OTHER not in said
    assert "Zadie" not in asks(cast, "lopez", "which of my students have no family contact?")
    assert "Maya T." in asks(cast, "lopez", "what are my jobs this week")
    assert LOG in asks(cast, "finch", "who said they'd send the reading log home?")


def test_a_misspelt_name_is_taken_when_only_one_is_near_and_said_back(cast: Cast) -> None:
    assert "I read the name as *Maya T.*" in asks(cast, "lopez", "who calls home for Mayya")


def test_what_is_new_is_new_once(cast: Cast) -> None:
    cast.lopez.types("/checkin Maya T: finished 2 of 3 tasks", channel=cast.juniper)
    assert "*Maya T.*: 1 check-in" in asks(cast, "finch", "what's new on my students")
    assert "finished 2 of 3" in asks(cast, "finch", "what is new on Maya")
    assert "finished 2 of 3" not in asks(cast, "finch", "what is new on Maya")
    assert "Nothing is new" in asks(cast, "finch", "what's new on my students")


def test_two_that_fit_are_asked_about_and_a_button_answers(cast: Cast) -> None:
    cast.add_student("Maya Quill", cast.team_of(cast.juniper), grade="05")
    came = cast.lopez.types("/whoowns Maya", channel=cast.juniper)
    assert "2 students fit that name" in came.text
    cast.lopez.presses("Maya T., grade 3", came.ephemerals[0])
    cast.lopez.waits_for("*Maya T.*  ·  no open follow-ups", cast.juniper)


def test_without_a_student_it_asks_which_and_alone_it_helps(cast: Cast) -> None:
    came = cast.lopez.types("/whoowns who calls home?", channel=cast.juniper)
    assert "Which student is this about?" in came.text
    assert "Fen O., grade 4" in came.text
    helped = cast.lopez.types("/whoowns", channel=cast.juniper).text
    assert helped.count("\n• ") == 3
    assert "Maya T." in helped
    assert "Maya" not in cast.pell.types("/whoowns", channel=cast.birch).text


def test_what_it_does_not_understand_it_says_with_three_examples_that_work(cast: Cast) -> None:
    said = asks(cast, "lopez", "should I bake a cake for the party")
    assert "did not understand" in said
    examples = [line.removeprefix("• ") for line in said.splitlines() if line.startswith("• ")]
    assert len(examples) == 3
    assert all("did not understand" not in asks(cast, "lopez", example) for example in examples)


def test_in_a_thread_about_a_student_this_student_is_that_one_and_all_there_read_it(cast: Cast) -> None:
    promises(cast, LOG, "lopez")
    head = head_of_week(cast)
    cast.ortiz.types(QUESTION, cast.juniper, thread=head)
    assert LOG in cast.finch.text_of(cast.finch.waits_for("one open follow-up", cast.juniper, head))
    cast.ortiz.types("@roundtable who calls home?", cast.juniper, thread=head)
    cast.finch.waits_for("Nobody is recorded", cast.juniper, head)
    assert all("Maya" not in preview for preview in cast.finch.notifications())


def test_a_thread_begun_by_a_question_is_about_its_student_from_then_on(cast: Cast) -> None:
    head = calls(cast, "ortiz", "who owns follow-up for Maya?")
    cast.finch.waits_for("no open follow-ups", cast.juniper, head)
    cast.ortiz.types("@roundtable who is the case manager?", cast.juniper, thread=head)
    cast.finch.waits_for("*case manager* for *Maya T.*", cast.juniper, head)


@pytest.mark.parametrize("question", ["who owns follow-up for Zadie?", "who owns follow-up for Qwillon?"])
def test_an_outsiders_mention_is_answered_to_them_alone_and_alike(cast: Cast, question: str) -> None:
    cast.lopez.types(f"@roundtable {question}", cast.juniper)
    cast.lopez.waits_for("could not find that student", cast.juniper)
    cast.all_sent()
    assert "could not find" not in cast.finch.everything()


def test_in_another_teams_channel_only_the_asker_reads_it(cast: Cast) -> None:
    cast.sandbox.invite(cast.birch, cast.people["lopez"])
    cast.all_sent()
    cast.lopez.types("@roundtable who calls home for Maya?", cast.birch)
    cast.lopez.waits_for("Nobody is recorded", cast.birch)
    cast.all_sent()
    assert "Nobody is recorded" not in cast.pell.everything()


def test_who_is_late_is_told_to_the_asker_alone(cast: Cast) -> None:
    promises(cast, LOG, "lopez", in_days=-3)
    cast.ortiz.types("@roundtable anything overdue for Maya?", cast.juniper)
    cast.ortiz.waits_for(LOG, cast.juniper)
    cast.all_sent()
    assert LOG not in cast.finch.everything()


def test_a_direct_message_is_answered_there(cast: Cast) -> None:
    promises(cast, LOG, "lopez")
    cast.lopez.types("who's got the ball for maya")
    assert LOG in cast.lopez.text_of(cast.lopez.waits_for("one open follow-up"))
    cast.lopez.types("what does FBA mean?")
    cast.lopez.waits_for("Functional Behavior Assessment")
    cast.lopez.types("hello")
    cast.lopez.waits_for("What works now")


def test_share_here_shows_a_channel_what_the_team_may_read(cast: Cast) -> None:
    cast.lopez.types("/checkin Maya T: finished 2 of 3 tasks", channel=cast.juniper)
    came = cast.ortiz.types("/whoowns how is Maya doing", channel=cast.juniper)
    cast.ortiz.presses("Share here", came.ephemerals[0])
    shared = cast.finch.waits_for("Who holds what", cast.juniper)
    assert "thread_ts" not in shared
    assert "finished 2 of 3" in cast.finch.text_of(shared)
    elsewhere = cast.lopez.types("/whoowns Maya")
    assert "Share here" not in elsewhere.text


def test_restricted_words_are_said_to_those_who_may_read_them_and_never_in_a_channel(cast: Cast) -> None:
    view = cast.ortiz.types("/checkin", channel=cast.juniper).view
    assert view is not None
    cast.ortiz.submits(view, {"Student": "Maya", "Update": "sealed otter words", "restricted": ["restricted"]})
    cast.all_sent()
    assert "sealed otter" in asks(cast, "hale", "how is Maya doing?")
    assert "sealed otter" not in asks(cast, "lopez", "how is Maya doing?")
    head = calls(cast, "hale", "how is Maya doing?")
    cast.finch.waits_for("Who holds what", cast.juniper, head)
    assert "sealed otter" not in cast.finch.everything()


def test_history_tells_who_had_it_then_and_who_changed_the_owner(cast: Cast) -> None:
    holds(cast, "family contact", "ortiz")
    cast.forward(minutes=60 * 24 * 3)
    holds(cast, "family contact", "finch")
    promises(cast, LOG, "lopez")
    said = asks(cast, "lopez", "who was family contact for Maya?")
    ortiz, finch = (cast.people[name].id for name in ("ortiz", "finch"))
    assert said.index(f"<@{finch}> from") < said.index(f"<@{ortiz}> from")
    assert f"set by <@{cast.people['hale'].id}>" in said
    changed = asks(cast, "lopez", "who changed the owner for Maya, and when?")
    assert LOG in changed
    assert "promised it, owner <@" in changed


def test_what_comes_when_and_what_words_mean(cast: Cast) -> None:
    assert "*Juniper Team*" in asks(cast, "lopez", "when is our huddle")
    assert "2 meanings" in asks(cast, "lopez", "what does PT mean?")
    assert "do not have that word" in asks(cast, "lopez", "what does QXZ mean?")
    assert "English only" in asks(cast, "lopez", "¿quién llama a casa de Maya?")


def test_guests_get_one_answer_to_everything(cast: Cast) -> None:
    cast.sandbox.invite(cast.juniper, cast.people["gray"])
    cast.all_sent()
    for question in ("Maya", "what does FBA mean?", "when is our huddle", "blah", ""):
        assert "could not find that student" in cast.gray.types(f"/whoowns {question}", cast.juniper).text
