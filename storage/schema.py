"""Every table there is, imported in one place, so that whoever needs the whole schema has it."""

from sqlmodel import SQLModel

from storage import (
    audit,
    calendar,
    checkins,
    claims,
    drafts,
    followups,
    homes,
    huddle_notes,
    huddle_plans,
    huddle_wishes,
    huddles,
    join_requests,
    looks,
    outbox,
    people,
    positions,
    profiles,
    roles,
    schools,
    students,
    teams,
    tellings,
)

__all__ = [
    "SCHEMA",
    "audit",
    "calendar",
    "checkins",
    "claims",
    "drafts",
    "followups",
    "homes",
    "huddle_notes",
    "huddle_plans",
    "huddle_wishes",
    "huddles",
    "join_requests",
    "looks",
    "outbox",
    "people",
    "positions",
    "profiles",
    "roles",
    "schools",
    "students",
    "teams",
    "tellings",
]

SCHEMA = SQLModel.metadata
