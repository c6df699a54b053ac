"""Words that sound like a child in danger are heard, and a plain school day is not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handlers.rules.danger import sounds_like_danger
from handlers.rules.danger_words import ABUSE, GROUPS, HARM_TO_OTHERS, SELF_HARM

DANGER = """
she said she wants to kill herself
He said he doesn’t want to live anymore
he wants to die
doesn't want to be here any more
wishes she had never been born
has been cutting, cuts on her wrist
took a whole bottle of pills
Suicidal ideation noted
talked about suicide
SUICIDE
better off dead
end his own life
unaliving himself
kys
self-harm
self‑injurious
hit his head on the wall on purpose
bites himself when upset
no reason to live
he brought a gun
a knife in his bag
said he'd bomb the school
threatened to shoot up the school
stabbing a peer
said “I'll stab you”
choked another student
he is going to hurt someone
there is a weapon in the locker
a hit list in the notebook
mom's boyfriend hit him
was hit with a belt by his uncle
his stepdad beats him
dad hurts me
bruises on both arms
afraid to go home
there is no food at home
touched her inappropriately
he is being abused
I do not feel safe at home
left alone all night
told not to tell anyone
locked in the basement
"""

SCHOOL_DAY = """
finished 2 of 3 tasks with the timer #win
killed it on the quiz
practiced the shot put
used the glue gun in art
cut out shapes by himself
cutting along the line
read a bit by himself
his hand shot up
made a basketball shot
gave it a shot
flu shots at the nurse
took his medication at noon
abused the hall pass
grooming skills checklist
did not live up to the plan
used safe hands
unsafe climbing at recess
took a stab at it
made bullet points
killing time before the bell
skills practice
beat her own record
hit his goal of 80%
grape juice, drapes, therapist
mom said he threw up
took notes in her life skills class
rolled a die
threw the ball to a peer
hurt her feelings
no issues at home
hungry at lunch
wants to be line leader
the assessment begun
neglected to turn in homework
threatened species poster
reading To Kill a Mockingbird
"""


@pytest.mark.parametrize("words", DANGER.strip().splitlines())
def test_words_of_self_harm_weapons_and_abuse_are_heard(words: str) -> None:
    assert sounds_like_danger(words)


@pytest.mark.parametrize(
    "line", [line for one in (SELF_HARM, HARM_TO_OTHERS, ABUSE) for line in one.split("\n") if line]
)
def test_every_phrase_of_the_lists_is_heard_with_each_word_it_may_hold(line: str) -> None:
    choices = [["then", "then he told us"] if word == "…" else _words_of(word) for word in line.split(" ")]
    for at, words in enumerate(choices):
        for word in words:
            assert sounds_like_danger(" ".join(word if number == at else one[0] for number, one in enumerate(choices)))


def _words_of(choice: str) -> list[str]:
    words = [word for one in choice.split("|") for word in GROUPS.get(one, one).split("|")]
    return [word.replace("_", " ").replace("~", "") for word in words]


@pytest.mark.parametrize("words", SCHOOL_DAY.strip().splitlines())
def test_a_plain_school_day_sounds_harmless(words: str) -> None:
    assert not sounds_like_danger(words)


@pytest.mark.parametrize("harmless", ["killed it on the quiz", "used the glue gun", "made bullet points", "bath bomb"])
def test_a_harmless_phrase_does_not_hide_danger_beside_it(harmless: str) -> None:
    assert sounds_like_danger(f"{harmless}, then said he wants to die")
    assert sounds_like_danger(f"said he wants to die. {harmless}")


def test_a_stab_at_a_person_is_not_a_stab_at_a_problem() -> None:
    assert sounds_like_danger("took a stab at him")


@pytest.mark.parametrize(
    "words",
    ["WANTS  TO\n\tDIE", "wants to d\u00eee", "wants to di\u200be", "wants—to—die", "“wants to die”", "wants to die."],
)
def test_spacing_case_accents_and_quotes_do_not_hide_words(words: str) -> None:
    assert sounds_like_danger(words)


@pytest.mark.parametrize("words", ["", " ", "✅", "أحسن", "\x00\ud800", "a" * 3000, "hit by " * 400, "want " * 600])
def test_any_text_gets_an_answer(words: str) -> None:
    assert sounds_like_danger(words) is False


@settings(deadline=None)
@given(st.text(), st.sampled_from(DANGER.strip().splitlines()))
def test_words_of_danger_are_heard_in_the_middle_of_anything(around: str, words: str) -> None:
    assert sounds_like_danger(f"{around}\n\n{words}\n\n{around}")
