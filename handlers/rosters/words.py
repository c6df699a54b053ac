"""Reads the words schools use for plans, positions and roles as the ones the bot uses."""

import re
from collections.abc import Iterable, Mapping

from handlers.rosters.cells import Unreadable, read_text
from handlers.rules.folding import fold, squash

_PLANS = {
    "IEP": "iep ieps sped individualized_education_program individualized_education_plan",
    "504": "504 section_504 504_plan plan_504",
    "MTSS": "mtss rti tier_2 tier_3 mtss_tier_2 mtss_tier_3",
    "EL": "el ell ells esl esol mll eld english_learner english_language_learner",
    "BIP": "bip behavior_plan behavior_intervention_plan",
    "IHP": "ihp health_plan individual_health_plan",
}
_NO_PLAN = frozenset({"none", "no", "noplan", "na"})
_BETWEEN_PLANS = re.compile(r"[;,/&+|]|\band\b", re.IGNORECASE)

_POSITIONS = {
    "general education": "gen_ed gened regular_education classroom general_education_teacher gen_ed_teacher teacher "
    "classroom_teacher homeroom_teacher",
    "special education": "sped spec_ed special_ed special_education_teacher special_ed_teacher sped_teacher "
    "resource_teacher intervention_specialist",
    "SLP": "speech speech_therapist speech_language_pathologist speech_pathologist speech_and_language",
    "OT": "occupational_therapist occupational_therapy cota",
    "PT": "physical_therapist physical_therapy",
    "psychologist": "school_psychologist school_psych psych psychology",
    "counselor": "school_counselor guidance_counselor counsellor guidance",
    "social worker": "school_social_worker",
    "behavior": "behavior_specialist bcba behaviour behavior_analyst behavior_interventionist",
    "English learner": "el ell esl esol eld mll el_teacher ell_teacher esl_teacher esol_teacher "
    "english_learner_teacher english_language_learner",
    "paraeducator": "para paras paraprofessional aide teacher_aide instructional_aide instructional_assistant",
    "nurse": "school_nurse health_aide rn",
    "administrator": "admin principal assistant_principal vice_principal ap dean 504_coordinator testing_coordinator "
    "site_administrator district_administrator",
    "other": "",
}

_ROLES = {
    "case manager": "case_mgr cm caseload_manager casemanager iep_case_manager",
    "family contact": "home_contact parent_contact contact_family calls_home family",
    "progress data": "data data_collection collects_data progress_monitoring data_collector",
    "accommodations": "accommodation accommodations_lead",
}


def _key(text: str) -> str:
    """O.T., o t and OT are one word."""
    return squash(fold(text))


def _by_every_name(words: Mapping[str, str]) -> dict[str, str]:
    ours = {_key(word): word for word in words}
    return {_key(other): word for word, others in words.items() for other in others.split()} | ours


_PLAN_NAMED = _by_every_name(_PLANS)
_POSITION_NAMED = _by_every_name(_POSITIONS)
_ROLE_NAMED = _by_every_name(_ROLES)
POSITIONS = tuple(_POSITIONS)


def read_plan(raw: str) -> str:
    """Only kinds of plan: a diagnosis typed in the column is left out."""
    text = read_text(raw)
    if _key(text) in _NO_PLAN:
        return ""
    named = [_PLAN_NAMED.get(_key(part), "") for part in _BETWEEN_PLANS.split(text) if part.strip()]
    if not all(named):
        raise Unreadable("is not a plan we know (IEP, 504, MTSS, EL)")
    return ", ".join(_in_our_order(named, _PLANS))


def _in_our_order(found: Iterable[str], words: Iterable[str]) -> list[str]:
    there = set(found)
    return [word for word in words if word in there]


def read_position(raw: str) -> str:
    text = _key(read_text(raw))
    if _ROLE_NAMED.get(text) == "case manager":
        raise Unreadable("is a role for one student, so it belongs in the roles file")
    if text and text not in _POSITION_NAMED:
        raise Unreadable(f"is not one of ours ({', '.join(POSITIONS)})")
    return _POSITION_NAMED.get(text, "")


def read_role(raw: str) -> str:
    """Teams may have roles of their own, so an unknown one stays as typed."""
    text = read_text(raw)
    return _ROLE_NAMED.get(_key(text), text)
