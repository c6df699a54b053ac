"""Strengths: written down, changed, removed, and every wording kept with whoever said it."""

from sandbox.wire import Json
from storage import profiles
from storage.profiles import LineKind, ProfileLine
from tests.cast import Cast
from tests.handlers.students import steps

KIND, TEXT, WHO, ELSE, WHEN = "What is it?", "In a sentence", "Who said it", "Or somebody who is not here", "When"


def form(cast: Cast, who: str = "lopez") -> Json:
    visitor = getattr(cast, who)
    view: Json | None = visitor.presses("Edit strengths", visitor.types("/student Maya").ephemerals[-1]).view
    assert view is not None
    return view


def lines(cast: Cast) -> list[ProfileLine]:
    """Everything there ever was, the newest first."""
    with cast.bot.database.read() as session:
        return list(profiles.list_line_history(session, cast.key_to(steps.find_student(cast, "Maya", "Tern").id)))


def test_a_line_is_kept_with_who_said_it_and_stands_on_the_card(cast: Cast) -> None:
    cast.lopez.submits(form(cast), {TEXT: "Building with *magnets* <!here>", WHO: cast.people["ortiz"].id})
    kept = cast.lopez.waits_for("*Kept.* Strengths of *Maya T.*:")
    assert "Building with *magnets* <!here>" in cast.lopez.text_of(kept)
    cast.lopez.submits(form(cast), {KIND: "In the student's own words", TEXT: "I like maps"})
    cast.lopez.submits(form(cast), {KIND: "In the family's words", TEXT: "Sings at home", ELSE: "Grandmother"})
    own, magnets = (next(one for one in lines(cast) if words in one.text) for words in ("maps", "magnets"))
    assert (own.said_by, own.set_by) == ("the student", cast.people["lopez"].id)
    assert magnets.said_by == cast.people["ortiz"].id
    text = cast.finch.types("/student Maya").text
    order = ("What engages", "Building with", "own words", "I like maps", "family's words", "Grandmother", "Who holds")
    places = [text.index(words) for words in order]
    assert places == sorted(places)
    assert [row.object_id for row in steps.audited(cast, "strengths.add")] == ["line:1", "line:2", "line:3"]


def test_a_change_keeps_the_earlier_line_and_the_history_tells_of_both(cast: Cast) -> None:
    cast.lopez.submits(form(cast), {TEXT: "Likes trains"})
    cast.forward(minutes=60 * 24 * 3)
    change = cast.finch.presses("Change", form(cast, "finch")).view
    assert change is not None
    cast.finch.submits(change, {TEXT: "Likes freight trains", ELSE: "Bus driver"})
    newest, first = lines(cast)
    assert (first.text, first.replaced_by, first.ended_by) == ("Likes trains", newest.id, cast.people["finch"].id)
    assert newest.said_on == first.said_on
    text = cast.lopez.presses("History", form(cast)).text
    assert "Likes trains" in text
    assert f"changed by <@{cast.people['finch'].id}>" in text
    assert "said by Bus driver" in text
    card = cast.lopez.types("/student Maya").text
    assert "Likes freight trains" in card
    assert "Likes trains" not in card


def test_a_removed_line_leaves_the_card_and_a_form_still_open_on_it_changes_nothing(cast: Cast) -> None:
    cast.lopez.submits(form(cast), {TEXT: "Likes trains"})
    slow = cast.finch.presses("Change", form(cast, "finch")).view
    removing = cast.lopez.presses("Change", form(cast)).view
    assert slow is not None
    assert removing is not None
    assert "The line is removed." in cast.lopez.presses("Remove", removing).text
    assert "changed or removed that line meanwhile" in cast.finch.submits(slow, {TEXT: "Likes buses"}).text
    assert "Likes" not in cast.lopez.types("/student Maya").text
    (line,) = lines(cast)
    assert (line.ended_by, line.replaced_by) == (cast.people["lopez"].id, None)


def test_what_cannot_stay_so_is_said_under_its_field(cast: Cast) -> None:
    shown = form(cast)
    assert "act now" in cast.lopez.submits(shown, {TEXT: "says she wants to kill herself"}).errors["text"]
    tomorrow = cast.sandbox.now().date().replace(year=cast.sandbox.now().year + 1).isoformat()
    assert "still to come" in cast.lopez.submits(shown, {TEXT: "maps", WHEN: tomorrow}).errors["said_on"]
    assert lines(cast) == []


def test_another_teams_student_in_a_line_is_another_student_to_who_may_not_see_them(cast: Cast) -> None:
    maya = steps.find_student(cast, "Maya", "Tern").id
    cast.sandbox.invite(cast.birch, cast.people["lopez"])
    cast.waits_until(lambda: "Zadie" in cast.lopez.types("/student").text)
    now = cast.sandbox.now()
    with cast.bot.database.write() as session:
        line = ProfileLine(
            student_id=maya, kind=LineKind.HELPS, text="A quiet hour with Zadie Pike", said_by="Zadie Pike's mother",
            said_on=now.date(), set_by=cast.people["lopez"].id, set_at=now,
        )  # fmt: skip
        profiles.add_line(session, line)
    assert "Zadie" in cast.lopez.types("/student Maya").text
    assert "A quiet hour with another student" in cast.finch.types("/student Maya").text
    assert "about another student too" in cast.finch.presses("Change", form(cast, "finch")).text
    assert "Zadie" not in cast.finch.everything()
