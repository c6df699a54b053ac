"""Who is in focus: the first of the queue, or whom the open huddle is about; to nobody who may not see them."""

from tests.cast import Cast


def test_who_is_next_in_focus_is_told_to_the_team_alone(cast: Cast) -> None:
    cast.bot.huddle_clock.tick()
    cast.hale.types("/focus pin Fen", cast.juniper)
    said = cast.lopez.types("/whoowns who is the focus this week?", cast.juniper).text
    assert "Next in focus: *Fen O.*" in said
    assert "Zadie" not in said
    outside = cast.gray.types("/whoowns who is the focus this week?").text
    assert "Fen" not in outside
