"""Reads the everyday words for who does what: *speech*, *the OT*, *case mgr*, *sped*. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from handlers.rules.folding import fold
from storage.positions import PositionName


@dataclass(frozen=True, slots=True)
class RoleWord:
    """`duty` is the role of the chart these words mean, `position` what its holder usually is; either may be none."""

    said: str  # how it is said back: "the speech therapist"
    duty: str = ""
    position: PositionName | None = None


# How each is said: everywhere, and after `;` only where a person is asked for, because it may be something else.
_ROLES = {
    RoleWord("case manager", "case manager"): "case manager|case mgr|case mngr|casemanager|cm",
    RoleWord("speech", "speech", PositionName.SLP): """
speech|slp|speech therapist|speech teacher|speech path
; speech pathologist|speech person|speech lady|speech language pathologist""",
    RoleWord("OT", "occupational therapy", PositionName.OT): """
ot|occupational therapist|occupational therapy; ot person""",
    RoleWord("PT", "physical therapy", PositionName.PT): "pt|physical therapist|physical therapy; pt person",
    RoleWord("psychologist", "", PositionName.PSYCHOLOGIST): "psych|psychologist|school psych|school psychologist",
    RoleWord("counselor", "counseling", PositionName.COUNSELOR): """
counselor|counsellor|guidance|guidance counselor; school counselor|counseling""",
    RoleWord("social worker", "", PositionName.SOCIAL_WORKER): "social worker|sw; school social worker|social work|ssw",
    RoleWord("behavior", "behavior plan", PositionName.BEHAVIOR): """
behavior specialist|behaviour specialist|behavior person|bcba|behavior; behavior coach|behaviorist
|behavior interventionist|behavior analyst|behavior team|behavior tech|rbt""",
    RoleWord("special education", "", PositionName.SPECIAL_EDUCATION): """
sped|sped teacher|special ed|special ed teacher|special education|special educator|resource teacher; sped person
|special education teacher|resource|intervention specialist|ese teacher|ec teacher""",
    RoleWord("general education", "", PositionName.GENERAL_EDUCATION): """
gen ed|gened|gen ed teacher|general ed|classroom teacher|homeroom teacher|general education; homeroom
|general ed teacher|general education teacher|class teacher|regular teacher|reg ed|reg ed teacher""",
    RoleWord("English learner teacher", "", PositionName.ENGLISH_LEARNER): """
el teacher|ell teacher|esl teacher|ml teacher|english learner teacher|esl|ell; esol|esol teacher|eld teacher|mll teacher
|el specialist|ell specialist|language specialist""",
    RoleWord("paraeducator", "", PositionName.PARAEDUCATOR): """
para|paraeducator|parapro|paraprofessional|aide; para educator|para pro|one on one|1 1|one to one|ia|ea|parapros|paras
|instructional aide|instructional assistant|teacher aide""",
    RoleWord("nurse", "health plan", PositionName.NURSE): "nurse|school nurse; health office|nursing",
    RoleWord("administrator", "", PositionName.ADMINISTRATOR): """
administrator|admin|principal|ap|assistant principal; vp|vice principal|administration|dean|asst principal|front office
|boss""",
    RoleWord("family contact", "family contact"): "family contact",
}


def _split(listed: str) -> tuple[list[str], list[str]]:
    """The words that always mean the role, and the others."""
    sure, _, others = listed.partition(";")
    return [one.strip() for one in sure.split("|")], [one.strip() for one in others.split("|") if one.strip()]


_BY_WORDS = {words: role for role, listed in _ROLES.items() for words in _split(listed)[0]}
# Folded words, longest first, for patterns: "school psychologist" before "school psych".
ROLE_PATTERN = "|".join(re.escape(words) for words in sorted(_BY_WORDS, key=len, reverse=True))


def list_callings() -> Iterator[tuple[str, RoleWord]]:
    """Everything that somebody may be called by, and what they are."""
    for role, listed in _ROLES.items():
        for words in chain(*_split(listed)):
            yield words, role


def read_role(words: str) -> RoleWord | None:
    """The role these words and no others mean: *The OT's* is the OT."""
    folded = fold(words).removeprefix("the ").removeprefix("our ").strip()
    return _BY_WORDS.get(folded)
