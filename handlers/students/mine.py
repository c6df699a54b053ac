"""`/student` alone: my students, those of this channel's team first; leads can change theirs."""

from sqlmodel import Session

from handlers import doors
from handlers.conversation import Answer, Request
from handlers.leading import list_led
from handlers.shown import policy_for, show_one
from handlers.students import replies
from handlers.students.replies import Row
from storage import students, teams
from storage.teams import Team


def mine(request: Request, session: Session) -> Answer:
    rows = _list_rows(session, request)
    if not rows:
        return replies.say_none(is_lead=bool(list_led(session, request.person)))
    at = min(max(0, request.number("at")), len(rows) - 1)
    return replies.say_mine(rows, at - at % replies.ON_A_PAGE)


def help_out(request: Request, session: Session) -> Answer:
    """`/student help`."""
    return replies.say_what_works(request.words)


def _list_rows(session: Session, request: Request) -> list[Row]:
    keys = doors.access_students(session, request).keys
    led = {team.id for team in list_led(session, request.person)}
    shared = {team_id for key in keys.values() for team_id in key.teams}
    mine = sorted((teams.get_team(session, team_id) for team_id in shared), key=lambda team: _order(team, request))
    listed = students.list_students(session, list(keys.values()))
    return [
        Row(
            student_id=student.id,
            name=show_one(student, policy_for(session, student, team)),
            grade=student.grade,
            team_id=team.id,
            team_name=team.name,
            leads=team.id in led,
        )
        for team in mine
        for student in listed
        if team.id in keys[student.id].teams
    ]


def _order(team: Team, request: Request) -> tuple[bool, str]:
    return team.channel_id != request.channel, team.name
