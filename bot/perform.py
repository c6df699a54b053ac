"""Carries a request to its verb: membership first, one transaction, once per delivery, the audit before the answer."""

from collections.abc import Callable
from dataclasses import replace

from sqlmodel import Session

from bot import apologies, slack
from bot.members import Members
from bot.settings import Settings
from handlers import table
from handlers.checkins.drafts import keep_for_later
from handlers.conversation import Answer, Corrections, Form, Note, Quiet, Refusal, Reply, Request, Verb
from storage import audit, claims, outbox
from storage.database import Database
from storage.outbox import Act, Post


class Performer:
    """The straight line from a Request to an Answer. Never raises: an error becomes the person's apology."""

    def __init__(self, database: Database, members: Members, settings: Settings, bot_id: str) -> None:
        self._database = database
        self._members = members
        self._settings = settings
        self._bot_id = bot_id
        self.on_posts: Callable[[], None] = lambda: None

    def answer(self, verb: Verb, request: Request, *, aside: bool = False) -> Answer:
        """What to answer. With `aside` a Reply cannot go straight back, so it becomes a message of its own."""
        try:
            self._members.refresh(request.person, request.now)
            return self.perform(verb, self._complete(request), aside=aside)
        except Refusal as refusal:
            return apologies.with_words(refusal.sentence, request.words, refusal.blocks)
        except slack.SlackSilent:
            return self._keep_words(request)
        except Exception as error:  # the person is told, whatever it was
            return apologies.apologize(error, request.words)

    def perform(self, verb: Verb, request: Request, *, aside: bool = False) -> Answer:
        """Run a verb behind the door it needs. Raises what the verb raises, with nothing changed."""
        if not verb.writes:
            with self._database.read() as session:
                answer = verb.run(request, session)
            return self._noted(answer, request)
        with self._database.write() as session:
            answer = self._once(verb, request, session)
            if aside and isinstance(answer, Reply) and answer.said:
                answer = _say_aside(session, request, answer)
            _note(session, request, getattr(answer, "notes", ()))
            has_posts = "posts" in session.info
        if has_posts:
            self.on_posts()
        return answer

    def _once(self, verb: Verb, request: Request, session: Session) -> Answer:
        """A second delivery changes nothing and is answered from the record."""
        earlier = claims.find_claim(session, request.claim) if request.claim else None
        if earlier is not None:
            if earlier.said in table.SPEECHES:
                return table.SPEECHES[earlier.said].run(replace(request, ids=earlier.ids), session)
            return Quiet()
        answer = verb.run(request, session)
        if request.claim and not isinstance(answer, Corrections | Form):
            said, ids = (answer.said, dict(answer.ids)) if isinstance(answer, Reply) else ("", {})
            claims.add_claim(session, request.claim, request.now, said, ids)
        return answer

    def _complete(self, request: Request) -> Request:
        email = self._members.email_of(request.person)
        return replace(
            request,
            is_administrator=self._settings.is_administrator(request.person, email),
            bot=self._bot_id,
        )

    def _noted(self, answer: Answer, request: Request) -> Answer:
        notes = getattr(answer, "notes", ())
        if notes:
            with self._database.write() as session:
                _note(session, request, notes)
        return answer

    def _keep_words(self, request: Request) -> Answer:
        """Slack could not say where the person is a member: nothing is read, and what they typed waits as a draft."""
        sentence = (
            "Slack does not answer me just now, so I cannot check which students are yours. Please try again soon."
        )
        if request.words.strip():
            with self._database.write() as session:
                keep_for_later(session, request)
            sentence += " Your words are kept for a day."
        return apologies.with_words(sentence, request.words)


def _note(session: Session, request: Request, notes: tuple[Note, ...]) -> None:
    for note in notes:
        audit.note(
            session,
            request.now,
            request.person,
            note.action,
            student_id=note.student_id,
            object_id=note.object_id,
            reason=note.reason,
            channel_id=request.channel,
        )


def _say_aside(session: Session, request: Request, reply: Reply) -> Answer:
    """A form has no place for a reply: it is said privately where the person was, else in a direct message."""
    channel = str(request.ids.get("channel", ""))
    post = Post(
        queue=f"person:{request.person}",
        act=Act.WHISPER if channel else Act.DIRECT,
        about=reply.said,
        ids=dict(reply.ids),
        person_id=request.person,
        channel_id=channel,
        made_at=request.now,
        not_before=request.now,
    )
    outbox.add_post(session, post)
    return Quiet()
