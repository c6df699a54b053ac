"""PRV-16, PRV-17: the fewest scopes, and of people's messages nothing is kept but what they confirm in a form."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from sqlmodel import select

from sandbox.wire import Json
from storage.checkins import Checkin, CheckinRevision
from tests.cast import MANIFEST, Cast
from tests.privacy import canaries
from tests.privacy.calls import noted

PRIVACY = Path(__file__).parent.parent.parent / "docs" / "privacy.md"
WORDS = "otter words in a message"
READS_MESSAGES = {"groups:history", "im:history"}


@pytest.fixture
def captured(cast: Cast) -> Json:
    """The form of **Save as check-in**, opened on one message of a thread."""
    cast.hale.types("an otter before it", channel=cast.juniper)
    said = cast.hale.types(f"Maya: {WORDS}", channel=cast.juniper)
    cast.ortiz.types("an otter in reply", channel=cast.juniper, thread=said.ts)
    form = cast.lopez.uses_shortcut("checkin_from_message", cast.lopez.waits_for(WORDS, cast.juniper)).view
    assert form is not None
    return form


def scopes() -> set[str]:
    manifest: dict[str, Any] = yaml.safe_load(MANIFEST.read_text(encoding="utf-8"))
    assert set(manifest["oauth_config"]["scopes"]) == {"bot"}  # nothing is done in a person's name
    return set(manifest["oauth_config"]["scopes"]["bot"])


def test_prv_16_every_scope_is_asked_for_with_its_reason() -> None:
    told = PRIVACY.read_text(encoding="utf-8")
    assert {scope for scope in scopes() if f"| `{scope}` | " not in told} == set()


def test_prv_16_messages_are_read_only_where_a_named_feature_needs_it() -> None:
    assert {scope for scope in scopes() if scope.endswith(":history")} == READS_MESSAGES
    assert scopes().isdisjoint({"chat:write.public", "chat:write.customize", "search:read", "files:write", "admin"})


def test_prv_17_opening_the_form_keeps_nothing_of_the_message(cast: Cast, captured: Json) -> None:
    assert WORDS in cast.lopez.text_of(captured)
    assert "otter" not in canaries.all_columns(cast.bot.database)
    cast.lopez.closes(captured)
    assert "otter" not in canaries.all_columns(cast.bot.database)


def test_prv_17_what_is_kept_is_the_edited_text_its_link_its_author_and_the_time(cast: Cast, captured: Json) -> None:
    with noted() as calls:
        cast.lopez.submits(captured, {"Student": "Maya", "Update": "She used the card twice"})
        cast.all_sent()
    with cast.bot.database.read() as session:
        (kept,) = session.exec(select(Checkin)).all()
        assert session.exec(select(CheckinRevision)).all() == []
    assert kept.text == "She used the card twice"
    assert kept.author_id == cast.people["lopez"].id
    assert kept.source_link.startswith(f"{cast.sandbox.url}/archives/{cast.juniper.id}/p")
    assert "otter" not in canaries.all_columns(cast.bot.database)
    assert {method for method, _ in calls if method.endswith((".history", ".replies"))} == set()


def test_prv_17_talk_in_channels_and_with_the_bot_is_kept_nowhere(cast: Cast) -> None:
    talk = cast.hale.types("Maya and an otter, in talk among colleagues", channel=cast.juniper)
    cast.ortiz.types("an otter in the thread", channel=cast.juniper, thread=talk.ts)
    cast.lopez.types("an otter, told to the bot alone")
    cast.lopez.types("@roundtable an otter, asked aloud", channel=cast.juniper)
    cast.lopez.waits_for("I did not understand")
    cast.all_sent()
    assert "otter" not in canaries.all_columns(cast.bot.database)
