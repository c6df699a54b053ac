"""Who had what, and who changed it when: the roles of a student, and the owners of follow-ups."""

from collections.abc import Sequence
from datetime import date, datetime

from handlers.blocks import escape, says, small
from handlers.conversation import Block, Reply
from handlers.questions.asking import Asking
from handlers.questions.replies import fit
from handlers.rules.chart import Adult
from handlers.rules.past_days import say_moment
from handlers.rules.zones import zone_of
from handlers.say_chart import say_adult, say_decided
from handlers.shown_followups import show_followups
from storage import followups, roles
from storage.access import Access
from storage.followups import Changed, Followup, FollowupChange
from storage.roles import RoleHolder

MOST_ROLES = 12
MOST_CHANGES = 12
OF_OWNERS = (Changed.ADDED, Changed.OWNER, Changed.NOT_ME, Changed.OWNER_LEFT)
LONGEST_SHOWN = 120


def answer_history(asking: Asking) -> Reply:
    made = [block for key in asking.listed for block in _history(asking, key)]
    return Reply("Here is how it was.", fit(made))


def _history(asking: Asking, key: Access) -> list[Block]:
    """Of one duty where it was named, else of owners and of all duties."""
    name, duty = escape(asking.name(key)), asking.carried.duty
    held = [row for row in roles.list_role_history(asking.session, key, duty) if _is_then(asking, row)]
    changes = [] if duty else _list_changes(asking, key)
    made = [says(f"*{name}*  ·  {f'*{escape(duty)}*' if duty else 'who had what'}")]
    if changes:
        made.append(says(_lines([_say_change(asking, key, *change) for change in changes])))
    if held:
        made.append(says(_lines([_say_held(asking, row, named=not duty) for row in held[:MOST_ROLES]])))
    if not held and not changes:
        made.append(says("*Nobody is recorded* for that time."))
    if len(held) > MOST_ROLES:
        made.append(small(f"… and {len(held) - MOST_ROLES} earlier ones: ask about one duty."))
    return made


def _is_then(asking: Asking, row: RoleHolder) -> bool:
    """Whether it was held on any of the days asked about: from its first day on, its last day not included."""
    since, until = asking.carried.since, asking.carried.until
    began, ended = _day(asking, row.since), _day(asking, row.until) if row.until else None
    return (until is None or began < until) and (since is None or ended is None or ended > since)


def _list_changes(asking: Asking, key: Access) -> Sequence[tuple[Followup, FollowupChange]]:
    since, until = asking.carried.since or date.min, asking.carried.until or date.max
    changes = followups.list_history(asking.session, key, OF_OWNERS)
    return [one for one in changes if since <= _day(asking, one[1].at) < until][:MOST_CHANGES]


def _say_change(asking: Asking, key: Access, followup: Followup, change: FollowupChange) -> str:
    (shown,) = show_followups(asking.session, asking.request, asking.keys, [followup], asking.team)
    words = shown.text if len(shown.text) <= LONGEST_SHOWN else f"{shown.text[:LONGEST_SHOWN]} …"
    return f"{_say(asking, change.at)}: {_say_owners(change)}: “{escape(words)}”"


def _say_owners(change: FollowupChange) -> str:
    by = f"<@{change.by}>" if change.by else "Roundtable"
    to = f"<@{change.after}>" if change.after else "nobody yet"
    if change.kind is Changed.ADDED:
        return f"{by} promised it, owner {to}"
    if change.kind is Changed.NOT_ME:
        return f"{by} gave it back"
    if change.kind is Changed.OWNER_LEFT:
        return f"its owner <@{change.before}> left" if change.before else "its owner left"
    return f"{by} changed the owner to {to}"


def _say_held(asking: Asking, row: RoleHolder, *, named: bool) -> str:
    duty = f"*{escape(row.role)}*: " if named else ""
    until = f" until {_say(asking, row.until)}" if row.until else " until now"
    backup = f", backup {say_adult(_backup)}" if (_backup := Adult(row.backup_id, row.backup_email)) else ""
    by = f", set by <@{row.set_by}>" if row.set_by[:1] in ("U", "W") else ""
    holder = say_adult(Adult(row.holder_id, row.holder_email))
    return f"{duty}{holder} from {_say(asking, row.since)}{until}{backup}{by}{say_decided(row.decided, ', decided: ')}"


def _say(asking: Asking, moment: datetime) -> str:
    return say_moment(moment, asking.request.now, asking.time_zone)


def _day(asking: Asking, moment: datetime) -> date:
    return moment.astimezone(zone_of(asking.time_zone)).date()


def _lines(said: Sequence[str]) -> str:
    return "\n".join(f"• {one}" for one in said)[:2900]
