"""Carries a request to its verb: membership first, one transaction, once per delivery, the audit before the answer."""

import logging
from collections.abc import Callable
from dataclasses import replace

from sqlmodel import Session

from bot import apologies, noting, slack
from bot.members import Members
from handlers import crisis, table
from handlers.checkins.drafts import keep_for_later
from handlers.conversation import Answer, Corrections, Form, Quiet, Refusal, Reply, Request, Verb
from storage import claims, outbox
from storage.claims import Answered
from storage.database import Database
from storage.outbox import Act, Post

log = logging.getLogger("roundtable")

CANNOT_CHECK = "Slack does not answer me just now, so I cannot check which students are yours. Please try again soon."
KEPT = " Your words are kept for a day."


class Performer:
    """The straight line from a Request to an Answer."""

    def __init__(self, database: Database, members: Members, bot_id: str, workspace_url: str = "") -> None:
        self._database = database
        self._members = members
        self._bot_id = bot_id
        self._workspace_url = workspace_url
        self.on_posts: Callable[[], None] = lambda: None

    def answer(self, verb: Verb, request: Request, *, aside: bool = False) -> Answer:
        """What to answer a person; never raises: an error becomes an apology.

        With `aside` a Reply cannot go straight back, so it becomes a message of its own. Where nothing was done, words
        that sound like a child in danger get the crisis text all the same (PRV-60).
        """
        answer = self._try(verb, request, aside=aside)
        if not isinstance(answer, apologies.Sorry):
            return answer
        return replace(answer, blocks=(*crisis.warn(request.words or request.word("text")), *answer.blocks))

    def _try(self, verb: Verb, request: Request, *, aside: bool) -> Answer:
        try:
            self._members.refresh(request.person, request.now)
            return self.perform(verb, request, aside=aside)
        except Refusal as refusal:
            return apologies.with_words(refusal.sentence, request.words, refusal.blocks)
        except slack.SlackSilent as silence:
            log.warning("membership unknown: Slack said %s", silence.error)
            return self._keep_words(request, silence)
        except Exception as error:  # the person is told, whatever it was
            return apologies.apologize(error, request.words)

    def perform(self, verb: Verb, request: Request, *, aside: bool = False) -> Answer:
        """Run a verb behind the door it needs. Raises what the verb raises, with nothing changed."""
        request = self._complete(request)
        return self._change(verb, request, aside=aside) if verb.writes else self._read(verb, request)

    def _read(self, verb: Verb, request: Request) -> Answer:
        with self._database.read() as session:
            answer = verb.run(request, session)
        noting.note_reading(self._database, request, answer)
        return answer

    def _change(self, verb: Verb, request: Request, *, aside: bool) -> Answer:
        try:
            return self._commit(verb, request, aside=aside)
        except Exception:
            if not self._is_answered(request):
                raise
        # The same delivery reached another process at the same moment, and that one was quicker.
        return self._commit(verb, request, aside=aside)

    def _is_answered(self, request: Request) -> bool:
        with self._database.read() as session:
            return bool(request.claim) and claims.find_claim(session, request.claim) is not None

    def _commit(self, verb: Verb, request: Request, *, aside: bool) -> Answer:
        def part(session: Session) -> tuple[Answer, bool]:
            answer = self._once(verb, request, session, aside=aside)
            noting.note(session, request, answer)
            return answer, "posts" in session.info

        answer, has_posts = self._database.change(part)
        if has_posts:
            self.on_posts()
        return answer

    def _once(self, verb: Verb, request: Request, session: Session, *, aside: bool) -> Answer:
        """A second delivery changes nothing and is answered from the record."""
        earlier = claims.find_claim(session, request.claim) if request.claim else None
        if earlier is not None:
            return _say_again(earlier, request, session, aside=aside)
        answer = verb.run(request, session)
        if request.claim and not isinstance(answer, Corrections | Form):
            said, ids = (answer.said, dict(answer.ids)) if isinstance(answer, Reply) else ("", {})
            claims.add_claim(session, request.claim, request.now, said, ids)
        if aside and isinstance(answer, Reply) and answer.said:
            return _say_aside(session, request, answer)
        return answer

    def _complete(self, request: Request) -> Request:
        is_administrator = bool(request.person) and self._members.is_administrator(request.person)
        return replace(request, is_administrator=is_administrator, bot=self._bot_id, workspace_url=self._workspace_url)

    def _keep_words(self, request: Request, silence: slack.SlackSilent) -> Answer:
        """Slack could not say where the person is a member: nothing is read, and what they typed waits as a draft."""
        is_update = request.words.strip() and request.claim  # what is typed into a searching menu is none
        if not is_update or not silence.is_passing:
            return apologies.with_words(CANNOT_CHECK, request.words)
        try:
            with self._database.write() as session:
                keep_for_later(session, request)
        except Exception as error:  # the words go back to the person all the same
            log.error("draft: %s", apologies.shown(error))
            return apologies.with_words(CANNOT_CHECK, request.words)
        return apologies.with_words(CANNOT_CHECK + KEPT, request.words)


def _say_again(earlier: Answered, request: Request, session: Session, *, aside: bool) -> Answer:
    """The reply that was given, from the record as it stands now; a form's reply is already on its way."""
    if aside or earlier.said not in table.SPEECHES:
        return Quiet()
    return table.SPEECHES[earlier.said].run(replace(request, ids=earlier.ids), session)


def _say_aside(session: Session, request: Request, reply: Reply) -> Answer:
    """A form has no place for a reply: it is said privately where the person was, else in a direct message."""
    channel = str(request.ids.get("channel", "")) or request.channel
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
