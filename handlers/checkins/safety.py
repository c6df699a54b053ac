"""Words that sound like a child in danger: the author decides who is told, or that it is an ordinary check-in."""

from collections.abc import Collection

from sqlmodel import Session

from handlers import doors
from handlers.blocks import escape, says, small
from handlers.checkins import announce, confirm, keep
from handlers.checkins.change import access_own
from handlers.checkins.restrict import list_counselors
from handlers.conversation import Answer, Refusal, Reply, Request
from storage import audit, checkins, drafts, outbox, people, sight, teams
from storage.checkins import Restriction
from storage.outbox import Act, Post
from storage.teams import Team

TELL = "checkins.tell_counselor"
NOT_A_REPORT = "If you are a mandated reporter, this is not a report: that duty stays yours."


def tell_counselor(request: Request, session: Session) -> Answer:
    """A direct message without the text to the team's counselors and psychologists, and word of it to the author."""
    told: set[str] = set()
    asked_in = _teams_concerned(request, session)
    for team in asked_in:
        told.update(list_counselors(session, team))
    told.discard(request.person)
    if not told:
        names = " and ".join(escape(team.name) for team in asked_in) or "your teams"
        raise Refusal(
            f"No counselor or psychologist is recorded in {names}, so I told nobody. Please go to one in person, or to "
            "your principal."
        )
    for person_id in sorted(told):
        _tell(session, request, person_id)
    _note(session, request)
    return say_told(sorted(told))


def treat_as_usual(request: Request, session: Session) -> Answer:
    """The author says it is no safety concern: an ordinary check-in from now on, and the audit keeps who said so."""
    checkin, keys = access_own(session, request)
    if checkin.restriction == Restriction.SAFETY:
        checkin.restriction = Restriction.NONE
        session.add(checkin)
        keep.note(session, request, "checkins.treat_as_usual", checkin, list(keys))
        announce.tell_team(session, request, checkin, list(keys))
    return confirm.in_place(confirm.say_kept_of(session, request, checkin, keys))


def please_talk(request: Request, session: Session) -> Answer:
    """What the counselor reads: who asks, and no word of what was written."""
    author = str(request.ids.get("author", ""))
    sentence = f"<@{author}> asks you to talk with them today about a student's safety."
    hint = "I pass on no text. Please go to them, or write to them directly. Nobody else was told by me."
    return Reply("A colleague asks you to talk with them.", (says(sentence), small(hint)))


def say_told(told: Collection[str]) -> Reply:
    names = ", ".join(f"<@{person_id}>" for person_id in told)
    sentence = f"I asked {names} to talk with you, without the text. Please do not wait for an answer if it is urgent."
    return Reply("The counselor was asked to talk with you.", (says(sentence), small(NOT_A_REPORT)))


def _teams_concerned(request: Request, session: Session) -> list[Team]:
    """The check-in's team; before there is one, the author's teams of its students; with no student yet, all theirs.

    Who has left the team since still reaches its counselor: no word of the student goes either way.
    """
    if not doors.may_ask(people.find_person(session, request.person)):
        return []
    checkin = checkins.find_own(session, request.person, request.number("checkin"))
    if checkin is not None:
        if checkin.team_id is not None:
            return [teams.get_team(session, checkin.team_id)]
        keys = doors.access_students(session, request, student_ids=checkins.list_student_ids(session, checkin))
        concerned = sorted({team_id for key in keys for team_id in key.teams})
        return [teams.get_team(session, team_id) for team_id in concerned]
    draft = drafts.find_draft(session, request.person, request.number("draft"), request.now)
    mine = sight.list_teams_of(session, request.person)
    here = [team for team in mine if draft is not None and team.channel_id == draft.made_in]
    return here or list(mine)


def _note(session: Session, request: Request) -> None:
    """One row for each student concerned; one that names nobody, where the words have no student yet."""
    checkin = checkins.find_own(session, request.person, request.number("checkin"))
    if checkin is None:
        about = f"draft:{request.number('draft')}" if request.number("draft") else ""
        audit.note(session, request.now, request.person, TELL, object_id=about, channel_id=request.channel)
        return
    for student_id in checkins.list_student_ids(session, checkin):
        audit.note(
            session,
            request.now,
            request.person,
            TELL,
            student_id=student_id,
            object_id=f"checkin:{checkin.id}",
            reason="wrote the check-in",
            channel_id=request.channel,
        )


def _tell(session: Session, request: Request, person_id: str) -> None:
    post = Post(
        queue=f"person:{person_id}",
        act=Act.DIRECT,
        about="checkins.please_talk",
        ids={"author": request.person},
        person_id=person_id,
        made_at=request.now,
        not_before=request.now,
    )
    outbox.add_post(session, post)
