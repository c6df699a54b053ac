"""`/student Maya`: the card, whose it is, and who may read what on it."""

from tests.cast import Cast

NOT_FOUND = "I could not find that student among the ones you support."


def test_the_card_opens_with_strengths_and_shows_roles_promises_check_ins_and_wins(cast: Cast) -> None:
    cast.lopez.types("/checkin Maya Tern: finished the map #win", cast.juniper)
    for number in range(6):
        cast.lopez.types(f"/checkin Maya Tern: page {number} <!channel>", cast.juniper)
    kept = cast.lopez.types("/checkin Maya Tern: sealed words", cast.juniper).ephemerals[0]
    form = cast.lopez.presses("Add follow-up", kept).view
    assert form is not None
    cast.lopez.submits(form, {"What is promised?": "Send home the log"})
    card = cast.lopez.types("/student maya t", cast.juniper).ephemerals[-1]
    text = cast.lopez.text_of(card)
    order = ("*Maya T.*", "No strengths", "Who holds what", "Send home the log", "sealed words", "finished the map")
    places = [text.index(words) for words in order]
    assert places == sorted(places)
    assert text.index("*family contact*: nobody") < text.index("*case manager*: <@")
    assert "page 0" not in text
    assert "<!channel>" in text  # as plain text, which fires nothing
    assert "Maya" not in card["text"]
    lopez = cast.people["lopez"].id
    assert {("students.read_card", lopez), ("roles.read_chart", lopez)} <= set(cast.audited())
    opened = cast.lopez.presses("Check in", card).view
    assert opened is not None
    assert "Maya T., grade 3" in str(opened)


def test_restricted_words_stand_on_the_card_only_of_those_who_may_read_them(cast: Cast) -> None:
    form = cast.lopez.types("/checkin", cast.juniper).view
    assert form is not None
    cast.lopez.submits(form, {"Student": "Maya", "Update": "sealed otter words", "Restricted": "restricted"})
    for reader in ("lopez", "ortiz", "hale"):
        assert "sealed otter words" in getattr(cast, reader).types("/student Maya").text
    assert "otter" not in cast.finch.types("/student Maya").text
    readers = [actor for action, actor in cast.audited() if action == "checkins.read_restricted"]
    assert readers == [cast.people[one].id for one in ("lopez", "ortiz", "hale")]


def test_an_outsider_reads_the_same_words_whoever_they_name(cast: Cast) -> None:
    said = {cast.pell.types(f"/student {name}").text.replace(name, "…") for name in ("Maya Tern", "Nobody Atall")}
    assert len(said) == 1
    assert NOT_FOUND in said.pop()
    assert NOT_FOUND in cast.dean.types("/student Maya Tern roles").text
    card = cast.hale.types("/student Maya").ephemerals[0]
    cast.sandbox.remove(cast.juniper, cast.people["hale"])
    cast.sandbox.settle()
    assert NOT_FOUND in cast.hale.presses("Roles", card).text


def test_two_who_fit_are_asked_about_and_a_slip_is_said_back(cast: Cast) -> None:
    cast.add_student("Maya Moss", cast.team_of(cast.juniper), grade="05")
    asked = cast.lopez.types("/student Maya roles", cast.juniper)
    assert "2 students fit “Maya”" in asked.text
    assert "Roles chart of Maya M." in cast.lopez.presses("Maya M., grade 5", asked.ephemerals[0]).text
    assert "I read “Fenn Oakes” as this student." in cast.lopez.types("/student Fenn Oakes").text
    assert "Roles chart of Fen O." in cast.lopez.types("/student fen's roles").text


def test_a_student_whose_name_ends_like_the_word_is_found_first(cast: Cast) -> None:
    cast.add_student("Petra Roles", cast.team_of(cast.juniper))
    assert "Who holds what" in cast.lopez.types("/student Petra Roles").text
    assert "Roles chart of Petra R." in cast.lopez.types("/student Petra Roles roles").text


def test_another_teams_student_named_in_passing_is_another_student(cast: Cast) -> None:
    cast.sandbox.invite(cast.birch, cast.people["lopez"])
    cast.waits_until(lambda: "Zadie" in cast.lopez.types("/student").text)
    cast.lopez.types("/checkin Maya Tern: read aloud with Zadie Pike at the window", cast.juniper)
    cast.lopez.types("/checkin Maya Tern and Zadie Pike: shared the timer with Zadie", cast.juniper)
    assert "Zadie" in cast.lopez.types("/student Maya").text
    text = cast.finch.types("/student Maya").text
    assert "read aloud with another student at the window" in text
    assert "Zadie" not in text


def test_a_slip_in_the_name_shows_the_very_same_card(cast: Cast) -> None:
    form = cast.lopez.types("/checkin", cast.juniper).view
    assert form is not None
    cast.lopez.submits(form, {"Student": "Fen", "Update": "sealed otter words", "Restricted": "restricted"})
    assert "sealed otter words" in cast.ortiz.types("/student Fenn Oakess").text
