"""`/checkin Maya T: finished 2 of 3 tasks #win` becomes a check-in at once, or a draft that lacks its student."""

from collections.abc import Sequence
from datetime import timedelta

from sqlmodel import Session

from handlers import crisis
from handlers.blocks import escape
from handlers.checkins import ask, confirm, keep, naming, places, replies
from handlers.checkins.keep import Wording
from handlers.checkins.reading import MOST_CHARACTERS, Typed
from handlers.conversation import Answer, Refusal, Reply, Request
from storage import checkins, drafts
from storage.access import Access, AccessToMany
from storage.drafts import Draft

SAME_WITHIN = timedelta(minutes=10)


def write(request: Request, session: Session) -> Answer:
    """Keep what was typed; nothing typed is ever lost."""
    typed, keys = naming.read(session, request)
    if typed.is_too_long:
        raise Refusal(
            f"That is {len(typed.text):,} characters, and one check-in holds {MOST_CHARACTERS:,}. Nothing was kept. "
            "Please shorten it or send it in two parts."
        )
    if not typed.meant:
        return _ask_who(session, request, typed, keys)
    about = [keys.keys[student_id] for student_id in typed.meant]
    if typed.says_nothing:
        return ask.ask_about(session, request, about[0].student_id, typed.text, {})
    return _keep(session, request, typed, about)


def _keep(session: Session, request: Request, typed: Typed, about: Sequence[Access]) -> Answer:
    ids = [key.student_id for key in about]
    same = checkins.find_same(session, request.person, ids, typed.text, request.now - SAME_WITHIN)
    keys = AccessToMany(request.person, {key.student_id: key for key in about})
    if same is not None:
        return replies.say_same(confirm.say_kept_of(session, request, same, keys), {"checkin": same.id})
    wording = Wording(typed.text, topic=typed.topic)
    place = places.find_place(session, request.channel, about)
    kept = keep.keep(session, request, wording, about, place)
    first = confirm.take_first(session, request)
    return confirm.say_kept_of(session, request, kept, keys, about=ids, reading=_say_reading(typed), is_first=first)


def _ask_who(session: Session, request: Request, typed: Typed, keys: AccessToMany) -> Answer:
    """The words wait as a draft. Words of danger get the crisis text first, whoever they are about."""
    draft = Draft(author_id=request.person, text=typed.text, made_in=request.channel, made_at=request.now)
    draft_id = drafts.add_draft(session, draft).id
    choices = naming.label(session, [keys.keys[student_id] for student_id in typed.choices])
    offers = naming.label(session, [keys.keys[student_id] for student_id in typed.offers])
    if choices:
        reply = replies.say_which(draft_id, typed.text, choices, question=_question(typed, choices))
    else:
        reply = replies.say_no_student(draft_id, typed.text, offers, sees_any=bool(keys))
    if not Wording(typed.text).sounds_like_danger:
        return reply
    warning = crisis.say_danger(crisis.text_around(session, request), {"draft": draft_id}, is_kept=False)
    return Reply(crisis.READ_THIS, (*warning, *reply.blocks), said=reply.said, ids=reply.ids)


def _question(typed: Typed, choices: Sequence[tuple[int, str]]) -> str:
    if len(choices) > 1:
        return f"*{len(choices)} students fit “{escape(typed.named)}”.* Which one is this about?"
    return f"*Is “{escape(typed.named)}” the student {escape(choices[0][1])}?*"


def _say_reading(typed: Typed) -> str:
    return f"I read “{escape(typed.named)}” as this student." if typed.is_near else ""
