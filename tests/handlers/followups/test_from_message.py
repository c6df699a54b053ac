"""**Add follow-up** on a message: its words and its link, once for each student, marked where it stands."""

from sandbox.wire import Json
from storage import followups
from tests.cast import Cast


def shortcut(cast: Cast, message: Json, who: str = "hale") -> Json:
    form = getattr(cast, who).uses_shortcut("followup_from_message", message).view
    assert form is not None
    return dict(form)


def test_a_message_becomes_a_follow_up_once_for_each_student(cast: Cast) -> None:
    cast.lopez.types("Maya Tern needs new headphones " + "x" * 3000, channel=cast.juniper)
    message = cast.hale.waits_for("needs new headphones", cast.juniper)
    form = shortcut(cast, message)
    assert "first 3,000" in cast.hale.text_of(form)
    assert "Maya T." in cast.hale.text_of(form)  # plainly named in it
    with cast.bot.database.read() as session:
        assert followups.list_open(session, cast.key_to(1)) == []  # nothing is kept before it is confirmed
    cast.hale.submits(form, {"What is promised?": "order headphones", "Owner": cast.people["ortiz"].id})
    cast.ortiz.waits_for("order headphones")
    cast.waits_until(lambda: "pushpin" in str(cast.hale.sees(cast.juniper)))
    with cast.bot.database.read() as session:
        (kept,) = followups.list_open(session, cast.key_to(1))
    assert kept.source_ts == message["ts"]
    cast.all_sent()
    again = cast.lopez.submits(shortcut(cast, message, "lopez"), {})
    assert "a follow-up for that student already" in again.text
    assert "/archives/" in str(again.view)
    other = cast.lopez.submits(shortcut(cast, message, "lopez"), {"Student": "Fen"})
    assert "already" not in other.text
    with cast.bot.database.read() as session:
        assert len(followups.list_open(session, cast.key_to(2))) == 1
