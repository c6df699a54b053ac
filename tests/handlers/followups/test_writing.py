"""/followup with words: promised at once, said back in full, and nothing typed is ever lost."""

from storage import followups
from storage.followups import Followup
from tests.cast import Cast

STORY = "/followup Maya T: send home the reading log @lopez by friday"


def open_of(cast: Cast, student_id: int = 1) -> list[Followup]:
    with cast.bot.database.read() as session:
        return list(followups.list_open(session, cast.key_to(student_id)))


def test_a_promise_is_said_back_its_owner_told_and_the_team_sees_it(cast: Cast) -> None:
    came = cast.hale.types(STORY, channel=cast.juniper)
    assert "Promised." in came.text
    assert "send home the reading log" in came.text
    (kept,) = open_of(cast)
    assert (kept.text, kept.owner_id) == ("send home the reading log", cast.people["lopez"].id)
    direct = cast.lopez.waits_for("gave you a follow-up")
    assert "due Friday" in cast.lopez.text_of(direct)
    head = cast.ortiz.waits_for("Maya T.", cast.juniper)
    cast.ortiz.waits_for("send home the reading log", cast.juniper, thread=head)
    assert all("Maya" not in words for words in cast.lopez.notifications())
    done = cast.lopez.presses("Done", direct)
    assert "Done." in done.text or "Done." in cast.lopez.text_of(cast.lopez.waits_for("Done."))
    cast.hale.waits_for("has done this")
    assert open_of(cast) == []
