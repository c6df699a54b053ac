"""Inside a huddle's thread no name is needed: whatever works there means the focus student."""

from sandbox.wire import Json
from tests.cast import Cast
from tests.handlers.huddles.steps import hold_huddle

CRISIS = "If a child may be in danger, act now"
DANGER = "he said he wants to kill himself"


def hold_mayas(cast: Cast) -> Json:
    """Maya is whom the huddle is about."""
    cast.bot.huddle_clock.tick()
    cast.lopez.types("/focus pin Maya T", cast.juniper)
    return hold_huddle(cast)


def warnings(cast: Cast, name: str, post: Json) -> int:
    """How often somebody reads the crisis text in the channel, the thread, or the bot's direct messages."""
    person = getattr(cast, name)
    seen = [*person.sees(cast.juniper), *person.sees(cast.juniper, post), *person.sees()]
    return len({one["ts"] for one in seen if CRISIS in person.text_of(one)})


def test_mentions_and_shortcuts_in_the_thread_mean_the_focus_student(cast: Cast) -> None:
    post = hold_mayas(cast)
    cast.lopez.types("@roundtable who is the case manager of this student?", cast.juniper, post)
    answer = cast.lopez.waits_for("since", cast.juniper, post)
    assert f"<@{cast.people['hale'].id}>" in cast.lopez.text_of(answer)
    cast.finch.types("somebody should ring the library", cast.juniper, post)
    reply = cast.hale.waits_for("ring the library", cast.juniper, post)
    for shortcut in ("followup_from_message", "checkin_from_message"):
        form = cast.hale.uses_shortcut(shortcut, reply).view
        assert form is not None
        assert "Maya T." in cast.hale.text_of(form)
    named = "Fen Oakes read two pages"
    cast.finch.types(named, cast.juniper, post)
    form = cast.hale.uses_shortcut("followup_from_message", cast.hale.waits_for(named, cast.juniper, post)).view
    assert form is not None
    assert "Fen O." in cast.hale.text_of(form)  # who is named goes before whose thread it is


def test_words_of_danger_in_the_thread_are_answered_once_to_their_writer_even_beside_a_mention(cast: Cast) -> None:
    post = hold_mayas(cast)
    cast.ortiz.types(DANGER, cast.juniper, post)
    cast.lopez.types(f"@roundtable {DANGER}", cast.juniper, post)
    for person in (cast.ortiz, cast.lopez):
        person.waits_for(CRISIS, cast.juniper, post)
    cast.lopez.presses("Close huddle", post)
    cast.all_sent()
    cast.lopez.waits_for("Recap", cast.juniper, post)
    assert [warnings(cast, name, post) for name in ("ortiz", "lopez", "hale")] == [1, 1, 0]


def test_words_of_danger_that_came_in_by_an_edit_are_answered_when_the_huddle_closes(cast: Cast) -> None:
    post = hold_mayas(cast)
    cast.ortiz.types("he was quiet", cast.juniper, post)
    cast.ortiz.edits(cast.ortiz.waits_for("he was quiet", cast.juniper, post), DANGER)
    cast.lopez.presses("Close huddle", post)
    cast.all_sent()
    cast.ortiz.waits_for(CRISIS)
    assert [warnings(cast, name, post) for name in ("ortiz", "lopez")] == [1, 0]
