"""How a student is doing: the card, strengths first; in a channel as the team there may read it."""

from dataclasses import replace
from datetime import date

from handlers.card import make_card, notes_of, show_card
from handlers.card_checkins import show_checkins, show_wins
from handlers.conversation import Reply
from handlers.questions.asking import Asking
from handlers.say_card import say_card
from handlers.say_chart import Reader
from storage.access import Access


def answer_how_is(asking: Asking) -> Reply:
    (key,) = asking.listed[:1]
    if asking.team is not None:
        return _show_to_all(asking, key)
    return replace(show_card(asking.session, key, asking.request), looked=(key.student_id,))


def _show_to_all(asking: Asking, key: Access) -> Reply:
    """Through a key that reads nothing restricted; nobody is shown as late."""
    reader = Reader(asking.request.now, asking.time_zone)
    checkins = show_checkins(asking.session, asking.request, key, asking.time_zone)
    wins = show_wins(asking.session, asking.request, key, asking.time_zone, checkins)
    card = make_card(asking.session, key, asking.request, reader, checkins, wins)
    return say_card(replace(card, today=date.min), reader, notes=notes_of(key, [*checkins, *wins]))
