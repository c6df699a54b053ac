"""Reads the everyday words for who does what: *speech*, *the OT*, *case mgr*, *sped*. Pure."""

import re
from dataclasses import dataclass

from handlers.rules.folding import fold
from storage.positions import PositionName


@dataclass(frozen=True, slots=True)
class RoleWord:
    """`duty` is the role of the chart these words mean, `position` what its holder usually is; either may be none."""

    said: str  # how it is said back: "the speech therapist"
    duty: str = ""
    position: PositionName | None = None


_ROLES = {
    RoleWord("case manager", "case manager"): "case manager|case mgr|case mngr|casemanager|cm",
    RoleWord("speech", "speech", PositionName.SLP): "speech|slp|speech therapist|speech teacher|speech path",
    RoleWord("OT", "occupational therapy", PositionName.OT): "ot|occupational therapist|occupational therapy",
    RoleWord("PT", "physical therapy", PositionName.PT): "pt|physical therapist|physical therapy",
    RoleWord("psychologist", "", PositionName.PSYCHOLOGIST): "psych|psychologist|school psych|school psychologist",
    RoleWord("counselor", "counseling", PositionName.COUNSELOR): "counselor|counsellor|guidance|guidance counselor",
    RoleWord("social worker", "", PositionName.SOCIAL_WORKER): "social worker|sw",
    RoleWord("behavior", "behavior plan", PositionName.BEHAVIOR): (
        "behavior specialist|behaviour specialist|behavior person|bcba|behavior"
    ),
    RoleWord("special education", "", PositionName.SPECIAL_EDUCATION): (
        "sped|sped teacher|special ed|special ed teacher|special education|special educator|resource teacher"
    ),
    RoleWord("general education", "", PositionName.GENERAL_EDUCATION): (
        "gen ed|gened|gen ed teacher|general ed|classroom teacher|homeroom teacher|general education"
    ),
    RoleWord("English learner teacher", "", PositionName.ENGLISH_LEARNER): (
        "el teacher|ell teacher|esl teacher|ml teacher|english learner teacher|esl|ell"
    ),
    RoleWord("paraeducator", "", PositionName.PARAEDUCATOR): "para|paraeducator|parapro|paraprofessional|aide",
    RoleWord("nurse", "health plan", PositionName.NURSE): "nurse|school nurse",
    RoleWord("administrator", "", PositionName.ADMINISTRATOR): "administrator|admin|principal|ap|assistant principal",
    RoleWord("family contact", "family contact"): "family contact",
}
_BY_WORDS = {words: role for role, listed in _ROLES.items() for words in listed.split("|")}
# Folded words, longest first, for patterns: "school psychologist" before "school psych".
ROLE_PATTERN = "|".join(re.escape(words) for words in sorted(_BY_WORDS, key=len, reverse=True))


def read_role(words: str) -> RoleWord | None:
    """The role these words and no others mean: *The OT's* is the OT."""
    folded = fold(words).removeprefix("the ").removeprefix("our ").strip()
    return _BY_WORDS.get(folded)
