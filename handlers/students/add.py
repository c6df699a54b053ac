"""`/student add`: a lead types a student in, for the own team alone, and hears the same words whoever else is known."""

from sqlmodel import Session

from handlers import doors
from handlers.conversation import Answer, Corrections, Ids, Refusal, Reply, Request
from handlers.leading import get_led, list_led, say_not_a_lead
from handlers.shown import policy_for, show, show_one
from handlers.students import join, record, replies
from handlers.students.forms import add_form
from handlers.students.typed import Typed, find_wrong, read_after_command, read_typed
from storage import teams
from storage.students import Student
from storage.teams import Team

HAS_THAT_ID = "A student of this team has this school ID already."


def ask(request: Request, session: Session) -> Answer:
    """The form; for the team of this channel, else for the only team, else with a choice of teams."""
    led = list_led(session, request.person)
    if not led:
        raise Refusal(say_not_a_lead(session, request))
    here = [team for team in led if team.channel_id == request.channel or team.id == request.number("team")]
    ids: Ids = {"channel": request.channel}
    typed = read_after_command(request.words)
    if here or len(led) == 1:
        team = (here or led)[0]
        return add_form({**ids, "team": team.id}, typed, team_name=team.name)
    return add_form(ids, typed, teams=[(str(team.id), team.name) for team in led[:100]])


def add(request: Request, session: Session) -> Answer:
    """Keep the student as typed. Somebody of the same name on the team is asked about first."""
    team = get_led(session, request, request.chosen_id("team") or request.number("team"))
    typed = read_typed(request)
    wrong = find_wrong(typed)
    if not wrong and record.find_same_id(session, request, team, typed):
        wrong = {"school_ref": HAS_THAT_ID}
    if wrong:
        return Corrections(wrong)
    twin = record.find_namesake(session, request, team, typed)
    if twin is not None and twin.id != request.number("twin"):
        return _ask_about(session, request, team, typed, twin)
    made = record.put_on_record(session, request, team, typed)
    join.ask_about(session, request, [join.New(made.id, made.school_id, made.school_ref, team.id)])
    return _say(session, request, made.id, team)


def say_added(request: Request, session: Session) -> Answer:
    """The confirmation, from the record."""
    team = get_led(session, request, request.number("team"))
    return _say(session, request, request.number("student"), team)


def _ask_about(session: Session, request: Request, team: Team, typed: Typed, twin: Student) -> Answer:
    ids: Ids = {"channel": request.channel, "team": team.id, "twin": twin.id}
    return add_form(ids, typed, twin=show_one(twin, policy_for(session, twin, team)))


def _say(session: Session, request: Request, student_id: int, team: Team) -> Reply:
    key = doors.access_student(session, request, student_id)
    (name,) = show(session, [key], team).values()
    return replies.say_added(name, student_id, teams.get_team(session, team.id))
