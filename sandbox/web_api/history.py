"""What was written, read back: conversations.history and conversations.replies."""

from collections.abc import Iterable, Iterator
from itertools import takewhile

from sandbox.channels import Channel
from sandbox.identity import BOT_USER_ID
from sandbox.practice import Practice
from sandbox.rates import TIER_3
from sandbox.web_api.arguments import Arguments
from sandbox.web_api.endpoint import need_scope
from sandbox.web_api.finding import find_channel
from sandbox.web_api.methods import method
from sandbox.web_api.paging import cursor_for, place_of
from sandbox.wire import Json, Refused

MOST = 999


@method("conversations.history", rate=TIER_3)
def history(practice: Practice, args: Arguments) -> Json:
    """Newest first; replies stand in their threads only."""
    channel = _joined(practice, args)
    before = place_of(args.text("cursor"))
    newest_first = practice.workspace.timeline(channel.id).top()
    oldest = float(args.text("oldest") or 0)
    within = _within(takewhile(lambda each: float(each["ts"]) >= oldest, newest_first), args)
    found = (each for each in within if not before or each["ts"] < before)
    page, has_more = _first(found, _limit(args, 100))
    told = [_told(practice, channel, each, args) for each in page]
    return {"messages": told, "pin_count": 0, **_more(page, has_more)}


@method("conversations.replies", rate=TIER_3)
def replies(practice: Practice, args: Arguments) -> Json:
    """The thread's first message, then its replies, oldest first."""
    channel = _joined(practice, args)
    timeline = practice.workspace.timeline(channel.id)
    parent = timeline.find(args.needed("ts"))
    if parent is None:
        raise Refused("thread_not_found")
    root = timeline.find(parent.get("thread_ts") or parent["ts"]) or parent
    after = place_of(args.text("cursor"))
    answers = _within(timeline.replies(root["ts"]), args)
    page, has_more = _first((each for each in answers if each["ts"] > after), _limit(args, 1000))
    told = [_told(practice, channel, each, args) for each in [root, *page]]
    return {"messages": told, **_more(page, has_more)}


def _joined(practice: Practice, args: Arguments) -> Channel:
    channel = find_channel(practice, args.needed("channel"))
    need_scope(practice, f"{channel.scope_family}:history")
    if not channel.has(BOT_USER_ID):
        raise Refused("not_in_channel")
    return channel


def _within(messages: Iterable[Json], args: Arguments) -> Iterator[Json]:
    oldest, latest = args.text("oldest"), args.text("latest")
    inclusive = args.flag("inclusive")
    for message in messages:
        moment = float(message["ts"])
        if oldest and (moment < float(oldest) or (not inclusive and moment == float(oldest))):
            continue
        if latest and (moment > float(latest) or (not inclusive and moment == float(latest))):
            continue
        yield message


def _first(found: Iterator[Json], count: int) -> tuple[list[Json], bool]:
    page: list[Json] = []
    for message in found:
        if len(page) == count:
            return page, True
        page.append(message)
    return page, False


def _limit(args: Arguments, default: int) -> int:
    return min(max(args.number("limit", default), 1), MOST)


def _more(page: list[Json], has_more: bool) -> Json:
    if not has_more:
        return {"has_more": False}
    return {"has_more": True, "response_metadata": {"next_cursor": cursor_for(page[-1]["ts"])}}


def _told(practice: Practice, channel: Channel, message: Json, args: Arguments) -> Json:
    facts = practice.workspace.timeline(channel.id).thread_facts(message)
    told = message | facts
    if not args.flag("include_all_metadata"):
        told.pop("metadata", None)
    return told
