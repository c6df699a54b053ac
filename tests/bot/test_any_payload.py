"""Nothing that Slack, or anything that passes for it, may send crashes a listener or goes without an answer."""

import copy
import json
import logging
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.app import build
from bot.events import Events
from handlers import table
from handlers.questions.question import Asked, Whose
from sandbox.server import Sandbox
from tests.bot import payload_shapes as shapes
from tests.bot.conftest import Desk
from tests.cast import MANIFEST, Cast, fill
from tests.databases import copied
from tests.privacy.attempts import FORGED, SPEECH_IDS, every_field

THOROUGH = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])

words = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        ["", " ", "Maya Tern: read aloud #win", "Maya", "add", "list", "<!channel> <@U1>", "🙂🙂", "x" * 3001]
    ),
    st.sampled_from(
        ["\u202eMaya\u202c: ok", "M\u0301a\u0308ya: ok", "Maya Tern and Fen Oakes: shared", ": only a colon"]
    ),
)
numbers = st.integers(-(2**63), 2**63 - 1) | st.integers(0, 5)
days = st.dates(date(2026, 1, 1), date(2027, 12, 31)).map(date.isoformat) | st.just("2026-02-31")
closed_words = st.sampled_from([*Asked, *Whose, "1,2", "overdue", "tomorrow", "day", "every friday", "case manager"])
carried = st.sampled_from(sorted({*FORGED, *SPEECH_IDS, "students", "entry", "page", "at", "step", "post", "x"}))
people = st.sampled_from(["hale", "lopez", "gray", "pell"])
ids = st.dictionaries(carried, numbers | words | days | people | closed_words, max_size=6)
junk = st.recursive(
    st.none() | st.booleans() | numbers | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=6,
)
users = st.sampled_from(["hale", "lopez", "gray", "dean", "pell", "nobody"])
options = st.builds(
    lambda value: {"value": value, "text": {"type": "plain_text", "text": "x"}},
    words | closed_words | st.integers(0, 5).map(str),
)
elements = st.one_of(
    st.builds(lambda value: {"type": "plain_text_input", "value": value}, st.none() | words | closed_words),
    st.builds(lambda one: {"type": "static_select", "selected_option": one}, st.none() | options),
    st.builds(lambda some: {"type": "checkboxes", "selected_options": some}, st.lists(options, max_size=3)),
    st.builds(lambda some: {"type": "multi_users_select", "selected_users": some}, st.lists(words, max_size=3)),
    st.builds(lambda one: {"type": "users_select", "selected_user": one}, st.none() | words | people),
    st.builds(lambda day: {"type": "datepicker", "selected_date": day}, st.none() | words | days),
)
FIELDS = sorted(every_field(FORGED, "Maya Tern"))
fields = st.dictionaries(st.sampled_from(FIELDS) | words, elements, max_size=6)


@pytest.fixture(scope="module")
def desk(template: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    folder = tmp_path_factory.mktemp("any")
    with copied(template, folder) as url, Sandbox(MANIFEST, rate_limits=False) as sandbox:
        cast = Cast(sandbox, url)
        fill(cast)
        cast.bot = build(cast.settings())
        cast.add_student("Maya Tern", cast.add_team(cast.juniper, "hale"))
        yield Desk(cast, cast.bot)
        cast.bot.stop()


@st.composite
def commands(draw: st.DrawFn) -> Any:
    name = draw(st.sampled_from(sorted(table.COMMANDS)) | words)
    return shapes.command(draw(words), name=name, user=draw(users), channel=draw(st.sampled_from(["juniper", "C0"])))


@st.composite
def presses(draw: st.DrawFn) -> Any:
    value = json.dumps(draw(ids)) if draw(st.booleans()) else draw(words)
    return shapes.press(draw(st.sampled_from(sorted(table.BUTTONS)) | words), value=value, user=draw(users))


@st.composite
def submissions(draw: st.DrawFn) -> Any:
    name = draw(st.sampled_from(sorted(table.FORMS)) | words)
    values = {block: {block: element} for block, element in draw(fields).items()}
    held = json.dumps(draw(ids))
    return shapes.submission(name, values, user=draw(users), blocks=[shapes.box("update")], private_metadata=held)


@st.composite
def searches(draw: st.DrawFn) -> Any:
    asked = {"type": "block_suggestion", "block_id": "b", "value": draw(words)}
    name = draw(st.sampled_from(sorted(table.SEARCHES)) | words)
    return {**shapes.press("x", user=draw(users)), **asked, "action_id": name}


@st.composite
def shortcuts(draw: st.DrawFn) -> Any:
    name = draw(st.sampled_from(sorted(table.SHORTCUTS)) | words)
    used = {**shapes.press("x", user=draw(users)), "type": "shortcut", "callback_id": name}
    message = {"type": "message", "ts": "1790000000.000100", "user": "U9", "text": draw(words)}
    on = {"type": "message_action", "message": message, "channel": {"id": "C0", "name": "x"}}
    return used if draw(st.booleans()) else {**used, **on}


@st.composite
def events(draw: st.DrawFn) -> Any:
    kind, user = draw(st.sampled_from(sorted(Events.KINDS)) | words), draw(users)
    about: dict[str, Any] = {"user": {"id": user, "name": "somebody"} if kind == "user_change" else user}
    about |= {"channel": draw(st.sampled_from(["juniper", "C0"])), "ts": "1790000000.000100"}
    more = {"text": draw(words), "channel_type": draw(st.sampled_from(["im", "group"])), "tab": "home"}
    return shapes.event(kind, **about, **more)


whole = st.one_of(commands(), presses(), submissions(), searches(), shortcuts(), events())


@st.composite
def broken(draw: st.DrawFn) -> Any:
    """A whole payload with one to three parts missing or replaced by something else."""
    payload = copy.deepcopy(draw(whole))
    for _ in range(draw(st.integers(1, 3))):
        place, key = draw(st.sampled_from(_places(payload)))
        if isinstance(place, dict) and draw(st.booleans()):
            place.pop(key, None)
        else:
            place[key] = draw(junk)
        if not payload:
            break
    return payload


class Troubles(logging.Handler):
    """Notes the errors that verbs met; what Slack refused is none of them."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.noted: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        if "Slack said" not in record.getMessage():
            self.noted.append(record.getMessage())


@pytest.fixture(scope="module")
def troubles() -> Iterator[Troubles]:
    made = Troubles()
    logging.getLogger("roundtable").addHandler(made)
    yield made
    logging.getLogger("roundtable").removeHandler(made)


def is_answered(desk: Desk, payload: Any) -> bool:
    """An event alone may be left for Slack to deliver once more."""
    allowed = {200, 503} if payload.get("type") == "event_callback" else {200}
    return desk.hears(_with_real_ids(desk, payload)).status in allowed


@THOROUGH
@given(payload=whole)
def test_every_whole_payload_is_answered_and_no_verb_breaks(desk: Desk, troubles: Troubles, payload: Any) -> None:
    troubles.noted.clear()
    assert is_answered(desk, payload)
    assert troubles.noted == []


@THOROUGH
@given(payload=broken())
def test_every_broken_payload_is_answered(desk: Desk, payload: Any) -> None:
    assert is_answered(desk, payload)


@THOROUGH
@given(payload=st.dictionaries(st.sampled_from(["type", "command", "event", "user", "view", "actions"]) | words, junk))
def test_anything_at_all_is_answered(desk: Desk, payload: Any) -> None:
    assert is_answered(desk, payload)


def _places(payload: Any) -> list[tuple[Any, Any]]:
    """Every part of a payload: its container and its key there."""
    keys = list(payload) if isinstance(payload, dict) else list(range(len(payload)))
    inner = [one for key in keys if isinstance(payload[key], dict | list) for one in _places(payload[key])]
    return [(payload, key) for key in keys] + inner


def _with_real_ids(desk: Desk, payload: Any) -> Any:
    """Names of the cast and of its channel become the ids they have in this workspace."""
    if isinstance(payload, dict):
        return {key: _with_real_ids(desk, value) for key, value in payload.items()}
    if isinstance(payload, list):
        return [_with_real_ids(desk, value) for value in payload]
    if payload == "juniper":
        return desk.channel.id
    known = desk.cast.people.get(payload) if isinstance(payload, str) else None
    return known.id if known else payload
