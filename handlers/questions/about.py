"""Whom a question is about: who is named in it, else in the words around it, else the student of the thread."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from handlers.questions.doubt import may_name_somebody
from handlers.questions.mentions import Named
from handlers.questions.parsed import Parsed
from handlers.questions.question import Asked, Question, Whose
from handlers.questions.sentences import KID, MINE, PAIR, PRO
from handlers.questions.settled_names import settle
from handlers.rules.names import Found, Known, Names, Several

_NEEDS_NOBODY = frozenset((Asked.HUDDLE, Asked.FOCUS, Asked.MEANING))
_MAY_BE_ALL = frozenset((Asked.OVERDUE, Asked.NO_OWNER, Asked.GAPS, Asked.NEW, Asked.DUTIES_OF, Asked.WHO_SAID))


@dataclass(frozen=True, slots=True)
class Around:
    """What may say whom a question means that names nobody itself.

    `told`: students named in the words around it, `told_in`: the sentences that name them. `here`: the student of the
    thread. `everyone`: all of the asker's. `others`: all sentences around it.
    """

    told: Sequence[Named]
    told_in: Sequence[Parsed]
    here: Known | None
    everyone: Callable[[], Names]
    others: Sequence[Parsed] = ()


def say_whose(question: Question, chosen: Parsed, around: Around) -> Question:
    """Whoever is named around a question is meant only where it names nobody itself."""
    if chosen.named:
        return _with_alike(_named(question, chosen.named, chosen, chosen, around), chosen, around)
    return _unnamed(question, chosen, around)


def _with_alike(question: Question, chosen: Parsed, around: Around) -> Question:
    """*Who has Will, and who has Grace?* One question about two."""
    read = [_named(question, one.named, one, one, around) for one in around.others if _is_alike(one, chosen)]
    if not all(one.whose in _SETTLED for one in (question, *read)):
        return question
    students = tuple(dict.fromkeys(student for one in (question, *read) for student in one.students))
    near = any(one.near for one in (question, *read))
    return replace(question, whose=Whose.BOTH, students=students, near=near) if len(students) > 1 else question


_SETTLED = frozenset((Whose.ONE, Whose.BOTH))


def _is_alike(one: Parsed, chosen: Parsed) -> bool:
    both_ask = all("who" in each.marks or each.asks for each in (one, chosen))
    return bool(one.named) and both_ask and one.asked is chosen.asked and one.duty == chosen.duty


def _unnamed(question: Question, chosen: Parsed, around: Around) -> Question:
    if PAIR in chosen.marks:
        return question
    if MINE in chosen.marks:
        return replace(question, whose=Whose.MINE)
    if question.asked in _NEEDS_NOBODY and not _points(chosen):
        return question
    if around.told:
        return _told(question, chosen, around)
    if around.here:
        doubted = KID not in chosen.marks and may_name_somebody((chosen, *around.others))
        return replace(question, whose=Whose.SEVERAL if doubted else Whose.THIS, students=(around.here,))
    if question.asked in _MAY_BE_ALL and not _points(chosen):
        return replace(question, whose=Whose.MINE)
    return question


# Whom or what else a pronoun may stand for.
_OTHERS = {
    Asked.WHO_SAID: ("they", "he", "she"),
    Asked.NO_OWNER: ("they", "them"),
    Asked.OVERDUE: ("they", "them", "their"),
    Asked.DUTIES_OF: ("they", "them", "their", "he", "him", "his", "she", "her"),
}


def _points(chosen: Parsed) -> bool:
    """*this student*, *her*. Who said that *they* would is the one who said it."""
    others = () if chosen.asked is Asked.DUTIES_OF and not chosen.adults else _OTHERS.get(chosen.asked, ())
    pronouns = (chosen.words[item.start].plain for item in chosen.items if item.text == PRO)
    return KID in chosen.marks or any(word not in others for word in pronouns)


def _told(question: Question, chosen: Parsed, around: Around) -> Question:
    """In a thread, *this student* beside another's name may be either."""
    sentence = around.told_in[0] if len(around.told_in) == 1 else None
    read = _named(question, around.told, chosen, sentence, around)
    if read.whose is Whose.BOTH and any(word.plain in _OF_ONE for word in chosen.words):
        return replace(read, whose=Whose.SEVERAL)
    if around.here and KID in chosen.marks and around.here not in read.students:
        return replace(read, whose=Whose.SEVERAL, students=(around.here, *read.students))
    return read


_OF_ONE = frozenset("he him his she her hers himself herself".split())


def _named(
    question: Question, named: Sequence[Named], chosen: Parsed, sentence: Parsed | None, around: Around
) -> Question:
    """`sentence`: where all of them are named, if that is one."""
    settled = [one if one.reading else settle(one, around.everyone()) for one in named]
    settled = [one for one in settled if one.reading or not one.unsure]
    settled = _without_doubled(settled)
    if not settled:
        return _unnamed(question, chosen, replace(around, told=()))
    if question.asked is Asked.WHO_SAID and any(one.reading for one in settled):
        settled = [one for one in settled if one.reading]  # *talk to voc rehab about Art*
    lost = next((one for one in settled if one.reading is None), None)
    if lost:
        return replace(question, whose=Whose.NOBODY, name=lost.typed)
    near = any(_is_near(one) for one in settled)
    students = tuple(dict.fromkeys(student for one in settled for student in one.students()))
    found = all(isinstance(one.reading, Found) for one in settled)
    if found and len(students) == 1:
        return replace(question, whose=Whose.ONE, students=students, near=near)
    plain = sentence is not None and (
        (found and _are_joined(settled, sentence)) or (len(settled) == 1 and _are_all_meant(settled[0], sentence))
    )
    return replace(question, whose=Whose.BOTH if plain else Whose.SEVERAL, students=students, near=near)


def _without_doubled(settled: Sequence[Named]) -> list[Named]:
    """*both pike sibs, so Ezra and Nevaeh*: the family's name says nobody else."""
    found = {student for one in settled if isinstance(one.reading, Found) for student in one.students()}
    return [one for one in settled if not isinstance(one.reading, Several) or not found.issuperset(one.students())]


def _are_all_meant(named: Named, chosen: Parsed) -> bool:
    """*both ethans*, *the two pettways*, *the pike kids*."""
    after = chosen.words[named.end].plain if named.end < len(chosen.words) else ""
    return PAIR in chosen.marks or (named.unsure and after in _CHILDREN)


_CHILDREN = frozenset("kids sibs twins brothers sisters siblings boys girls children triplets".split())


def _is_near(named: Named) -> bool:
    reading = named.reading
    return reading is not None and reading.how.value == "near"


def _are_joined(named: Sequence[Named], chosen: Parsed) -> bool:
    """Only *and* and the like between them."""
    if list(chosen.named) and len(chosen.named) != len(named):
        return False
    asked = [word.plain for word in chosen.words[: named[0].start]]
    for one, other in pairwise(named):
        gap = chosen.words[other.start].gap
        if "(" in gap or (one.end == other.start and not gap.strip() and other.end < len(chosen.words)):
            return False  # who owns Bo (Ty has his own plan), who owns Bo Ty asked me
        between = [word.plain for word in chosen.words[one.end : other.start]]
        again = between[1:] if between[:1] == ["and"] else between
        if again and asked[-len(again) :] == again:
            continue  # who has ava and who has eva
        if any(
            word not in ("and", "or", "n", "for", "about", "with", "also", "plus", "vs", "versus") for word in between
        ):
            return False
    return True
