"""PRV-02, whatever is sent: no payload an outsider can make up brings a name back, and none goes unanswered."""

import contextlib
import copy
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import col, select

from bot.speeches import NothingToSay, Speeches
from handlers import table
from handlers.questions.question import Asked, Whose
from sandbox.identity import BOT_USER_ID
from storage.outbox import Act, Post
from tests.bot import payload_shapes as shapes
from tests.cast import Cast
from tests.databases import copied
from tests.privacy import outside
from tests.privacy.attempts import FORGED, every_field
from tests.privacy.canaries import FIRST, found_in
from tests.privacy.outside import hears

# First names may be typed by anybody; what stands on record beside them may not come back.
ON_RECORD = ("zephyrane", "quillby", "zq-7001", "quillon z.", "oakmoss", "fennimore", "otter")
THOROUGH = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))

names = st.sampled_from(
    [FIRST, FIRST.lower(), "Q", "Z", "Zadie Pike", "Brannick", "the student", "#win", "&", ":", "-"]
)
words = st.lists(names | st.text(max_size=12), max_size=6).map(" ".join)
numbers = st.integers(0, 8) | st.sampled_from([-1, 99999, 2**63, True])
KEYS = sorted({*FORGED, "students", "at", "knows", "entry", "days", "page"})
closed_words = st.sampled_from([*Asked, *Whose, "1,2", "overdue", "2026-09-10", "case manager"])
carried = st.dictionaries(st.sampled_from(KEYS), numbers | words | closed_words, max_size=6)
chosen = numbers.map(lambda number: {"type": "external_select", "selected_option": {"value": str(number)}})
typed = words.map(lambda text: {"type": "plain_text_input", "value": text})
fields = st.dictionaries(
    st.sampled_from(sorted(every_field(FORGED, "Zadie Pike"))),
    chosen | typed,
    max_size=6,
)
junk = st.recursive(st.none() | numbers | words, lambda one: st.lists(one, max_size=3), max_leaves=4)


@pytest.fixture(scope="module")
def school(template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cast]:
    with copied(template, tmp_path_factory.mktemp("any")) as url, outside.opened(url) as cast:
        yield cast


@st.composite
def payloads(draw: st.DrawFn) -> Any:
    """A whole payload of any kind, by nobody yet; sometimes with a part of it broken."""
    kind = draw(
        st.sampled_from(["command", "press", "submission", "search", "shortcut", "capture", "message", "mention"])
    )
    held = json.dumps(draw(carried))
    kinds: dict[str, Callable[[], Any]] = {
        "command": lambda: shapes.command(draw(words), name=draw(st.sampled_from(sorted(table.COMMANDS)))),
        "press": lambda: shapes.press(draw(st.sampled_from(sorted(table.BUTTONS))), value=held),
        "submission": lambda: shapes.submission(
            draw(st.sampled_from(sorted(table.FORMS))),
            {name: {name: one} for name, one in draw(fields).items()},
            private_metadata=held,
        ),
        "search": lambda: {
            **shapes.press("x"),
            "type": "block_suggestion",
            "block_id": "b",
            "action_id": draw(st.sampled_from(sorted(table.SEARCHES))),
            "value": draw(words),
        },
        "shortcut": lambda: {
            **shapes.press("x"),
            "type": "shortcut",
            "callback_id": draw(st.sampled_from(sorted(table.SHORTCUTS))),
        },
        "capture": lambda: {
            **shapes.press("x"),
            "type": "message_action",
            "callback_id": draw(st.sampled_from(sorted(table.SHORTCUTS))),
            "message": {"type": "message", "ts": "1790000000.000100", "user": "U9", "text": draw(words)},
        },
        "message": lambda: shapes.event("message", text=draw(words), channel_type="im", ts="1790000000.000100"),
        "mention": lambda: shapes.event("app_mention", text=draw(words), ts="1790000000.000100"),
    }
    made = kinds[kind]()
    if draw(st.integers(0, 3)) == 0:
        made[draw(st.sampled_from(sorted(made)))] = draw(junk)
    return made


def by(payload: Any, user: str, channel: str) -> Any:
    """The same payload, done by this person in this channel."""
    made = copy.deepcopy(payload)
    if "command" in made:
        return {**made, "user_id": user, "channel_id": channel}
    if made.get("type") == "event_callback" and isinstance(made.get("event"), dict):
        return {**made, "event": {**made["event"], "user": user, "channel": channel}}
    return {**made, "user": {"id": user}, "channel": {"id": channel}}


def told_later(cast: Cast, user: str) -> str:
    """What the bot would tell this person from its outbox, worded now as it would be then."""
    now, speeches = cast.bot.clock.now(), Speeches(cast.bot.database, cast.bot.members, BOT_USER_ID)
    with cast.bot.database.read() as session:
        rows = session.exec(select(Post).where(col(Post.person_id) == user, col(Post.act) != Act.WORK)).all()
    said = []
    for row in rows:
        with contextlib.suppress(NothingToSay):
            said.append(repr(speeches.home(row, now) if row.act == Act.HOME else speeches.reply(row, now)))
    return " ".join(said)


@pytest.mark.parametrize("person", outside.OUTSIDERS)
def test_prv_02_nothing_an_outsider_can_send_brings_back_what_is_on_record(school: Cast, person: str) -> None:
    user = school.people[person].id

    @THOROUGH
    @given(payload=payloads(), inside=st.booleans())
    def holds(payload: Any, inside: bool) -> None:
        answer = hears(school, by(payload, user, school.juniper.id if inside else "C0"))
        shown = f"{answer.body} {answer.calls}".casefold()
        assert answer.status in (200, 503)  # an event may be left to come again
        assert [one for one in ON_RECORD if one in shown] == []

    holds()
    assert [one for one in ON_RECORD if one in told_later(school, user).casefold()] == []


def test_prv_02_the_same_search_by_a_member_does_bring_names_back(school: Cast) -> None:
    asked = {"type": "block_suggestion", "block_id": "b", "value": FIRST, "action_id": "student"}
    answer = hears(school, {**shapes.press("x", user=school.people["lopez"].id), **asked})
    assert found_in(answer.body) != []
