"""What happens in the demo's school in the days before somebody looks. Every person here is invented."""

from dataclasses import dataclass

JUNIPER, BIRCH, STAFF_ROOM = "team-juniper", "team-birch", "staff-room"


@dataclass(frozen=True, slots=True)
class SampleTeam:
    channel: str
    lead: str
    students: tuple[str, ...]  # lines of a student CSV, without the channel
    positions: dict[str, str]
    roles: tuple[str, ...]  # lines of a roles CSV


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody types; `under` names the student in whose thread, `heard` what the team reads of it."""

    who: str
    channel: str
    words: str
    under: str = ""
    heard: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    weekday: int  # 0 for Monday
    at: str
    typed: tuple[Typed, ...]


TEAMS = (
    SampleTeam(
        JUNIPER,
        "hale",
        (
            "JH-1001,Maya,Tern,,,03,IEP,hale@juniperhollow.example",
            "JH-1002,Fen,Oakes,,,03,504,hale@juniperhollow.example",
            "JH-1003,Wilhelmina,Starling,Billie,Bill,04,IEP,hale@juniperhollow.example",
            "JH-1004,Grace,Lantern,,,03,MTSS,",
        ),
        {
            "hale": "special education",
            "lopez": "general education",
            "ortiz": "counselor",
            "finch": "paraeducator",
            "quill": "SLP",
            "larch": "psychologist",
        },
        (
            "JH-1001,family contact,lopez@juniperhollow.example,hale@juniperhollow.example",
            "JH-1001,speech,quill@juniperhollow.example,",
            "JH-1001,sensory breaks,finch@juniperhollow.example,",
            "JH-1002,family contact,hale@juniperhollow.example,",
            "JH-1002,accommodations,lopez@juniperhollow.example,finch@juniperhollow.example",
            "JH-1003,counseling,ortiz@juniperhollow.example,",
        ),
    ),
    SampleTeam(
        BIRCH,
        "pell",
        (
            "JH-2001,Zadie,Pike,,Zee,05,IEP,pell@juniperhollow.example",
            "JH-2002,Corin,Ash,,,05,504,",
            "JH-2003,Odd,Meadow,,,05,MTSS,",
        ),
        {
            "pell": "general education",
            "thorne": "OT",
            "brook": "PT",
            "vale": "behavior",
            "marsh": "English learner",
            "ortiz": "counselor",
        },
        (
            "JH-2001,behavior plan,vale@juniperhollow.example,pell@juniperhollow.example",
            "JH-2002,occupational therapy,thorne@juniperhollow.example,",
            "JH-2003,family contact,marsh@juniperhollow.example,",
        ),
    ),
)

SET_UP = Moment(0, "07:40", ())

WEEK = (
    Moment(
        0,
        "10:50",
        (
            Typed("lopez", JUNIPER, "/checkin Maya T: started her work within two minutes, with the timer #progress"),
            Typed("finch", JUNIPER, "/checkin Fen O: showed a younger student how the arrival job goes #win"),
            Typed(
                "hale",
                JUNIPER,
                "/followup Maya T: carry the timer over to art class @finch by tuesday",
                heard="carry the timer over to art class",
            ),
            Typed("hale", JUNIPER, "/focus pin Maya T", heard="carry the timer over to art class"),
            Typed("vale", BIRCH, "/checkin Zadie P: the two-minute warning carried her through art #behavior"),
        ),
    ),
    Moment(
        1,
        "14:20",
        (
            Typed("quill", JUNIPER, "/checkin Maya T: retold the whole story, with three of her new words #progress"),
            Typed("ortiz", JUNIPER, "/checkin Billie S: asked for the small room before it got loud #win"),
            Typed("thorne", BIRCH, "/checkin Corin A: the wide pencil grip lasted a whole lesson #progress"),
            Typed("hale", JUNIPER, "/checkin Fen O: used the checklist without being asked #accommodations"),
            Typed(
                "ortiz",
                JUNIPER,
                "/followup Billie S: ask her which room she likes best @hale by friday",
                heard="ask her which room she likes best",
            ),
            Typed("lopez", JUNIPER, "She told it to me again at lunch. The ending has improved.", under="Maya T."),
        ),
    ),
)

TODAY = Moment(
    2,
    "09:05",
    (
        Typed(
            "dean",
            STAFF_ROOM,
            "Good morning. Two of our teams now keep their small observations with Roundtable. In your team's channel "
            "type `/checkin`, the student's name, a colon and what you saw. Only the people on that student's team "
            "ever read it. Curious? Switch person at the top right, and see what each of us finds. I find nothing, and "
            "that is as it should be.",
        ),
        Typed(
            "lopez",
            JUNIPER,
            "Maya finished 2 of 3 tasks with the timer this morning! @hale, you saw it too. Would you keep it?\n"
            "`/checkin Maya T: finished 2 of 3 tasks with the timer #win`",
        ),
    ),
)
