"""A huddle comes by itself in the team's channel, at its hour, with its thread."""

from handlers.huddles.replies import STEPS
from tests.cast import Cast
from tests.handlers.huddles.steps import TITLE, go_to_huddle, hold_huddle, said


def test_a_huddle_comes_by_itself_with_a_message_for_each_step(cast: Cast) -> None:
    cast.lopez.types("/checkin Fen O: read two pages aloud", channel=cast.juniper)
    cast.lopez.types("/checkin Maya T: finished with the timer", channel=cast.juniper)
    post = hold_huddle(cast)
    words = cast.hale.text_of(post)
    assert "Maya T." in words or "Fen O." in words
    thread = [cast.hale.text_of(one) for one in cast.hale.sees(cast.juniper, post)]
    assert [step.name in words for step, words in zip(STEPS, thread[1:], strict=True)] == [True] * len(STEPS)


def test_nothing_comes_a_minute_before(cast: Cast) -> None:
    go_to_huddle(cast, cast.juniper, seconds=-60)
    cast.all_sent()
    assert said(cast, cast.juniper, TITLE) == 0
