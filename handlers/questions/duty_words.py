"""How people say the standing duties: as a name (*family contact*) and as something done (*calls home*)."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from handlers.questions.word_forms import base_of
from handlers.rules.folding import fold
from handlers.rules.role_words import list_callings

# Words in base form; `/` between choices for one place. The family's members are all *family* there.
_NAMED = {
    "case manager": """
case manager; case management; case manage; case load manager; case carrier; casemanager; case holder
iep case manager; sped contact/person/teacher/lead/manager/case; special ed contact/person/teacher/lead
special education contact/teacher/lead; iep manager/coordinator/holder/writer/case/owner; sped case; manager of record
teacher of record; tor; iep paperwork; paperwork; 504 coordinator/manager/case; plan coordinator/manager
case managers; special ed; special education; whose caseload/roster
""",
    "family contact": """
family contact/contacts/liaison/communication/outreach/call/calls/point/email/emails
home contact/liaison/communication/call; home contacts/calls; home school communication/contact/liaison
contact for/with family; contact with/for home; communication with/to family/home; family calls
family phone call/calls; phone call home/family; call home; calls home; call to/with family/home
calls to/with family/home; point of contact for family; point person for family; family engagement
family person; family point person; family point of contact; family communicator; contact person for family
""",
    "progress data": """
progress data; data; data collection; data collector; progress monitor; progress monitoring; data person; data owner
data sheet; data keeper; progress report; progress reports; goal data; iep data; goal tracking; goal progress
data sheets; data tracking; data log; probe; probes; progress notes; data entry; data point; data points
progress tracking; reading data; weekly data; math data; bip data; behavior data
""",
    "accommodations": """
accommodation; accommodations; testing accommodation; test accommodation; extended time; extra time
preferential seating; classroom accommodation; modifications; modification; accommodation plan; copy of notes
accommodations list; 504 accommodation; 504 plan; 504 support; read aloud
""",
    "behavior plan": """
behavior plan; bip; behavior intervention plan; behavior support plan; bsp; behavior support; behavior contract
behavior; behavior chart; behavior goal; behavior person; behavior specialist; behavior intervention; pbsp
behaviorist; bcba; point sheet; behavior coach; behavior lead; behavior stuff
""",
    "speech": """
speech therapy; speech language; speech service; speech and language; language therapy
speech session; articulation; speech pathology; speech language therapist; speech minute; speech provider
""",
    "occupational therapy": """
ot service; ot session; ot minute; fine motor; ot provider; o t; ot therapist
""",
    "physical therapy": """
pt service; pt session; pt minute; gross motor; pt provider; p t
""",
    "counseling": """
counseling session; counseling minute; counseling service
lunch bunch; social skill group; social skill; counseling provider
""",
    "sensory breaks": """
sensory break; sensory breaks; movement break; movement breaks; break; breaks; sensory diet; brain break
sensory support; sensory; sensory room; sensory path; walk break; walking break; sensory time; motor break
sensory tool
""",
    "health plan": """
health plan; health; ihp; medical plan; medication; meds; med; medicine; seizure plan; allergy plan; diabetes plan
insulin; individual health plan; health care plan; nursing; asthma plan; epipen; epi pen; inhaler; health stuff
medical; care plan; medical stuff; feeding plan
""",
    "meetings": """
meeting; iep meeting; team meeting; meeting facilitator; facilitator; facilitation; annual review; eligibility meeting
annual iep; annual meeting; 504 meeting; sst meeting; meeting organizer; meeting invite; support meeting; meeting lead
""",
}

_DONE = {
    "case manager": """
case manage; manage case/iep/caseload/paperwork; manage case/iep; carry/hold/keep/own/run case; hold/carry iep
write/do/update iep
coordinate case/iep/plan/service; oversee iep/case/plan/service; do iep paperwork; write iep goal; do case management
do paperwork; handle iep/paperwork/case; be sped; in charge of iep/case
""",
    "family contact": """
call/contact/email/phone/text/message/ring/update/reach family
inform/notify/keep/tell/loop/talk/speak/communicate/write/touch family
call/contact/email/phone/text/message/ring/write/update/notify/reach home
call/talk/speak/communicate/connect/check/touch/work with/to/in/up/base with/to family/home
meet/deal/liaise/stay/keep/follow with/to/in/up/base with/to family/home
talk/speak/communicate/connect/work/meet/deal/liaise/correspond to/with family/home; reach out to family/home
reach out home; check in with family/home; get in touch with family; get hold of family; be in touch with family/home
in touch with family/home; stay in touch with family/home; touch base with family/home
keep family informed/updated/posted/loop/in; keep in touch with family/home; send note/notes/word/email/update home
send home note/notes/update; write home; write note/notes home; make call/calls/phone home; make family call/calls
make phone call/calls home; do call/calls home; do family contact/communication/call/calls
do home contact/communication/visit; do home visit/visits; do phone call/calls home; make contact with family/home
give family update/updates/call; loop in family; fill in family; handle family communication/contact; family call
talk with family; contact with family; send update/updates to family; call up family; be on phone with family
do parent contact; let us? family/home know; family talk/speak to/with; family ask for; speak language with/to family
send note/notes/sheet/report/log/folder/email/update home; send progress/work/grades/paper/papers/homework home
family hear/get/hear/deal/go/reach/connect/work from/to/with/out; family know/see; translate/interpret for family
speak spanish with/to family
""",
    "progress data": """
collect/take/track/gather/record/keep/log/enter/chart/graph/monitor/get/pull/do/update/own/run/measure/note/watch data
collect/take/track/gather/record/keep/log/enter/chart/graph/monitor/do/measure/report/check/review progress
track/monitor/chart/measure/graph/record goal/goals/growth; progress monitor; do progress monitor/monitoring
report on progress; collect/take/track/gather progress data; do/give/run probe/probes
do data collection/tracking/sheet; fill out/in data? sheet/chart/log/tracker; input/upload data
keep track of data/progress/goal/goals; fill in data sheet
do/write/send progress report; take tally; tally; keep tally; keep score; track iep goal/goals; fill out point sheet
track score/scores; record; tally; graph
record/log/track/chart/count/collect/measure/time/take minute/minutes/words/score/scores/trial/trials/fluency/reading
record/log/track/chart/count/measure/take tallies/behavior/behaviors/outbursts/frequency/rate/accuracy/baseline
""",
    "accommodations": """
do/give/provide/implement/make/deliver/carry/handle/check/set/arrange/ensure/coordinate/own/track accommodation
carry out accommodation; set up accommodation; make sure accommodation; give extra/extended time; see to accommodation
accommodate; give copy of notes; print/copy/provide/give/take/share notes; read test/quiz aloud; read aloud
read test/quiz; scribe; provide notes
follow accommodation
do modification; modify; adapt work/material/materials/assignment; do testing accommodation
""",
    "behavior plan": """
do/run/implement/carry/write/handle/follow/manage/own/lead/oversee/update behavior
run/do/implement/handle/write/own/carry/manage/update bip; carry out behavior plan; carry out bip; do behavior chart
implement behavior plan; do point sheet; handle behavior support; do behavior data; collect behavior data
""",
    "speech": "do/run/give/provide/deliver/have/teach/handle/own/cover speech; see for speech; work on speech",
    "occupational therapy": """
do/run/give/provide/deliver/handle/own/cover ot; do/provide occupational therapy; see for ot; work on fine motor
""",
    "physical therapy": "do/run/give/provide/deliver/handle/own/cover pt; do/provide physical therapy; see for pt",
    "counseling": """
do/run/give/provide/deliver/handle/own/lead/cover counseling; counsel; do social skill; run social skill
do lunch bunch; run lunch bunch
""",
    "sensory breaks": """
do/run/give/take/handle/cover/lead/provide/offer/own/supervise/schedule/bring break; take on/for break
take for walk/sensory; take to sensory; do/run/handle/own/cover/lead/give/provide sensory; do walk/walks
""",
    "health plan": """
give/handle/do/manage/administer/own/cover/oversee med; give/administer/handle medication
run/own/oversee/handle/manage health; do health plan; give insulin; handle allergy; check blood sugar; do tube feeding
handle seizure; handle health
""",
    "meetings": """
run/lead/call/schedule/organize/set/facilitate/plan/chair iep/team/504/sst/annual/support/eligibility/next? meeting
book/arrange/hold/host/own/handle/coordinate/convene/do iep/team/504/sst/annual/support/eligibility/next? meeting
run/lead/call/schedule/organize/facilitate/chair/host/arrange/hold/plan huddle
set up iep/team/504/annual/support? meeting; set up huddle; put together iep/team? meeting; send meeting invite
run iep meeting; call iep meeting; facilitate; schedule/run/lead/organize/plan/chair/attend/host iep/annual
set up iep/annual; invite family to meeting; take note at/in meeting
""",
}


# A duty is also asked for by whoever usually does it: *the speech lady*.
_CALLED = {
    duty: "; ".join(words for words, role in list_callings() if role.duty == duty)
    for duty in _NAMED
    if duty != "health plan"  # a nurse does more than that
}

# What a school may have added itself; known only where it did.
_OWN = {
    "aac device": "aac; talker; communication device; speech device/tablet; speech generating device; sgd; device",
    "toileting plan": "toilet; toileting; potty; bathroom plan/schedule/routine; diaper; diapering",
}


class DutySaid(NamedTuple):
    """A duty, whether it is said as something done, and how many words say it."""

    duty: str
    done: bool
    length: int


@dataclass(frozen=True, slots=True)
class DutyWords:
    """Every turn of phrase for each duty of a school, looked up by its first word."""

    turns: dict[str, dict[tuple[str, ...], tuple[str, bool]]]

    def read(self, bases: tuple[str, ...], at: int) -> DutySaid | None:
        """The longest turn of phrase that begins at this word."""
        for length in range(min(_LONGEST, len(bases) - at), 0, -1):
            found = self.turns.get(bases[at], {}).get(bases[at : at + length])
            if found:
                return DutySaid(*found, length)
        return None


_LONGEST = 6


def turns_of(lines: str) -> Iterator[tuple[str, ...]]:
    """Each turn of phrase in lines of them, every choice written out."""
    for phrase in re.split(r"[;\n]", lines):
        turns: list[tuple[str, ...]] = [()]
        for place in phrase.split():
            longer = [(*turn, base_of(word)) for turn in turns for word in place.rstrip("?").split("/")]
            turns = [*longer, *turns] if place.endswith("?") else longer
        yield from filter(None, turns)


@lru_cache(maxsize=64)
def words_of_duties(duties: frozenset[str]) -> DutyWords:
    """The built-in duties and a school's own, each under the name the school has."""
    turns: dict[tuple[str, ...], tuple[str, bool]] = {}
    names = {fold(own): own for own in sorted(duties)}
    for folded, own in names.items():
        turns[tuple(map(base_of, folded.split()))] = (own, False)
    turns |= {short: (own, False) for own in names.values() if (short := _shortened(own)) not in turns}
    known = {name: lines for name, lines in _OWN.items() if name in names}
    for table, done in ((_NAMED, False), (known, False), (_CALLED, False), (_DONE, True)):
        for duty, lines in table.items():
            for turn in turns_of(lines):
                turns.setdefault(turn, (names.get(duty, duty), done))
    found: dict[str, dict[tuple[str, ...], tuple[str, bool]]] = {}
    for turn, said in turns.items():
        if turn:
            found.setdefault(turn[0], {})[turn] = said
    return DutyWords(found)


def _shortened(own: str) -> tuple[str, ...]:
    """*toileting plan* is also called *toileting*, *AAC device* *AAC*."""
    words = tuple(map(base_of, fold(own).split()))
    return words[:-1] if words[-1:] and words[-1] in _KINDS_OF_THING else ()


_KINDS_OF_THING = frozenset("plan device support routine help log service program protocol check time".split())


def all_turns() -> Iterator[tuple[str, ...]]:
    """Every turn of phrase for a built-in duty."""
    for table in (_NAMED, _CALLED, _DONE):
        for lines in table.values():
            yield from turns_of(lines)


def duties_known(duties: Collection[str] = ()) -> DutyWords:
    return words_of_duties(frozenset(duties))
