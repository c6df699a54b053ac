"""Decides who has a follow-up, from how the owner was written; says so where that needs a word, or asks."""

from dataclasses import dataclass

from sqlmodel import Session

from handlers.blocks import escape
from handlers.conversation import Request
from handlers.followups.reading import OwnerWords, Whose
from handlers.owners import list_holders, list_named, why_unfit
from handlers.rules.role_words import RoleWord
from storage import people
from storage.access import Access


@dataclass(frozen=True, slots=True)
class Settled:
    """`owner_id` is empty for nobody yet. `problem`: it must be asked, among `choices` (person id, label) or others."""

    owner_id: str = ""
    notes: tuple[str, ...] = ()
    problem: str = ""
    choices: tuple[tuple[str, str], ...] = ()


def settle_owner(session: Session, request: Request, key: Access, written: OwnerWords) -> Settled:
    if written.whose in {Whose.UNSAID, Whose.WRITER}:
        return Settled(request.person)
    if written.whose is Whose.NOBODY:
        return Settled(notes=("You named nobody in particular, so nobody has it yet.",))
    if written.role is not None:
        return _holder(session, key, written.role)
    if written.unknown:
        return _named(session, key, written.unknown)
    if reason := why_unfit(session, key, written.person_id):
        return Settled(problem=reason)
    note = "A follow-up has one owner, so I took the first." if written.others else ""
    return Settled(written.person_id, (note,) if note else ())


def _holder(session: Session, key: Access, role: RoleWord) -> Settled:
    """*speech* is whoever holds it for this student; said back, and nobody where nobody does."""
    found = list_holders(session, key, role)
    if len(found) == 1:
        return Settled(found[0], (f"I took “{role.said}” to be <@{found[0]}>.",))
    if not found:
        return Settled(notes=(f"Nobody is recorded for “{role.said}” here, so nobody has it yet.",))
    return Settled(problem=f"Several people could be “{role.said}” here.", choices=_label(session, found))


def _named(session: Session, key: Access, name: str) -> Settled:
    """An @name that Slack made no mention of."""
    found = list_named(session, key, name)
    if len(found) == 1:
        return Settled(found[0])
    if found:
        return Settled(problem=f"Several people here are called “{escape(name)}”.", choices=_label(session, found))
    return Settled(problem=f"I know nobody called “{escape(name)}” on this student's team.")


def _label(session: Session, person_ids: list[str]) -> tuple[tuple[str, str], ...]:
    known = people.find_people(session, person_ids)
    return tuple((one, known[one].real_name or known[one].handle) for one in person_ids)
