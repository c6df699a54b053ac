"""From a request to an answer: membership first, one transaction, once per delivery, no row no answer."""

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from sqlmodel import Session, select

from bot.apologies import Sorry
from handlers import table
from handlers.conversation import Answer, Form, Note, Quiet, Refusal, Reply, Request, reads, writes
from storage import claims, outbox
from storage.audit import AuditRow
from storage.drafts import Draft
from storage.outbox import Act, Post
from tests.bot import verbs
from tests.bot.conftest import Desk
from tests.faults.holding import write_lock

WORDS = "Maya T finished 2 of 3 tasks"


def request_of(desk: Desk, **more: Any) -> Request:
    given: dict[str, Any] = {"person": desk.hale.id, "now": desk.bot.clock.now(), "words": WORDS, "claim": "trigger:1"}
    return Request(**{**given, **more})


def rows(desk: Desk, kind: type[Any]) -> list[Any]:
    with desk.bot.database.read() as session:
        return list(session.exec(select(kind)).all())


def keeps(request: Request, session: Session) -> Answer:
    """A verb that changes something: a draft stands for it."""
    session.add(Draft(author_id=request.person, text="kept", made_at=request.now))
    return Reply("Kept.", said="things.kept", ids={"thing": 7})


def test_a_second_delivery_changes_nothing_and_is_answered_from_the_record(
    desk: Desk, put: Callable[..., None]
) -> None:
    put("SPEECHES", "things.kept", verbs.echoes)
    first = desk.bot.performer.answer(writes(keeps), request_of(desk))
    second = desk.bot.performer.answer(writes(keeps), request_of(desk))
    assert isinstance(first, Reply)
    assert isinstance(second, Reply)
    assert "thing=7" in str(second.blocks)
    assert len(rows(desk, Draft)) == 1


def test_without_a_name_of_its_own_no_delivery_passes_for_another(desk: Desk) -> None:
    for _ in range(2):
        desk.bot.performer.answer(writes(keeps), request_of(desk, claim=""))
    assert len(rows(desk, Draft)) == 2


def test_one_delivery_in_two_processes_at_once_is_kept_once_and_answered_twice(
    desk: Desk, put: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    put("SPEECHES", "things.kept", verbs.echoes)
    desk.bot.performer.answer(writes(keeps), request_of(desk))
    find, blind = claims.find_claim, iter([True])
    # The other process's claim is not to be seen yet when this one looks for it.
    monkeypatch.setattr(claims, "find_claim", lambda *asked: None if next(blind, False) else find(*asked))
    answer = desk.bot.performer.answer(writes(keeps), request_of(desk))
    assert isinstance(answer, Reply)
    assert "thing=7" in str(answer.blocks)
    assert len(rows(desk, Draft)) == 1


def test_a_form_that_is_opened_or_handed_back_may_be_sent_again(desk: Desk) -> None:
    opened = desk.bot.performer.answer(writes(verbs.opens()), request_of(desk))
    kept = desk.bot.performer.answer(writes(keeps), request_of(desk))
    assert isinstance(opened, Form)
    assert isinstance(kept, Reply)


def test_a_refusal_changes_nothing_and_gives_the_words_back(desk: Desk) -> None:
    def change_and_refuse(request: Request, session: Session) -> Answer:
        keeps(request, session)
        raise Refusal("No, because.")

    answer = desk.bot.performer.answer(writes(change_and_refuse), request_of(desk))
    assert isinstance(answer, Sorry)
    assert answer.text == "No, because."
    assert WORDS in str(answer.blocks)
    assert rows(desk, Draft) == []


def test_prv_22_an_error_becomes_an_apology_with_a_number_and_the_log_has_that_number_alone(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    answer = desk.bot.performer.answer(reads(verbs.breaks(ValueError(WORDS))), request_of(desk))
    assert isinstance(answer, Sorry)
    number = answer.text.rsplit("say ", 1)[1].rstrip(".)")
    assert WORDS in str(answer.blocks)
    assert number in caplog.text
    assert "ValueError at bot.verbs:" in caplog.text
    assert WORDS not in caplog.text


def test_when_slack_is_silent_nothing_is_read_and_the_words_are_kept(desk: Desk) -> None:
    desk.sandbox.fail("users.conversations", "500")
    heard = verbs.Remembering()
    answer = desk.bot.performer.answer(writes(heard), request_of(desk))
    assert isinstance(answer, Sorry)
    assert "Slack does not answer" in answer.text
    assert "kept for a day" in answer.text
    assert heard.requests == []
    assert [draft.text for draft in rows(desk, Draft)] == [WORDS]


def test_what_is_typed_into_a_searching_menu_is_never_kept(desk: Desk) -> None:
    desk.sandbox.fail("users.conversations", "500")
    desk.bot.performer.answer(reads(verbs.is_quiet), request_of(desk, claim=""))
    assert rows(desk, Draft) == []


def test_somebody_slack_does_not_know_leaves_no_draft(desk: Desk) -> None:
    answer = desk.bot.performer.answer(writes(keeps), request_of(desk, person="U0NOBODY"))
    assert isinstance(answer, Sorry)
    assert rows(desk, Draft) == []


def test_a_busy_memory_is_a_sentence_within_two_seconds_and_gives_the_words_back(desk: Desk) -> None:
    desk.bot.members.refresh(desk.hale.id, desk.bot.clock.now())
    with write_lock(desk.cast.database_url):
        answer = desk.bot.performer.answer(writes(keeps), request_of(desk))
    assert isinstance(answer, Sorry)
    assert "busy" in answer.text
    assert WORDS in str(answer.blocks)
    assert isinstance(desk.bot.performer.answer(writes(keeps), request_of(desk)), Reply)


def test_prv_30_what_was_read_is_in_the_audit_before_the_answer_leaves(desk: Desk) -> None:
    note = Note("things.read", "thing:7", student_id=3, reason="on the team")
    answer = desk.bot.performer.answer(reads(verbs.says("words", notes=(note,))), request_of(desk))
    assert isinstance(answer, Reply)
    row = rows(desk, AuditRow)[-1]
    assert (row.actor, row.action, row.student_id, row.object_id) == (desk.hale.id, "things.read", 3, "thing:7")


def test_prv_30_no_row_no_answer(desk: Desk) -> None:
    desk.bot.members.refresh(desk.hale.id, desk.bot.clock.now())
    read = reads(verbs.says("secret words", notes=(Note("things.read", "thing:7"),)))
    with write_lock(desk.cast.database_url):
        answer = desk.bot.performer.answer(read, request_of(desk))
    assert isinstance(answer, Sorry)
    assert "secret" not in str(answer)


def test_where_a_reply_has_no_place_it_becomes_a_message_of_its_own_once(desk: Desk) -> None:
    request = request_of(desk, ids={"channel": desk.channel.id}, claim="view:1:h")
    for _ in range(2):
        assert desk.bot.performer.answer(writes(keeps), request, aside=True) == Quiet()
    assert [(row.act, row.about, row.ids) for row in rows(desk, Post)] == [(Act.WHISPER, "things.kept", {"thing": 7})]


def test_without_a_channel_the_message_of_its_own_is_a_direct_one(desk: Desk) -> None:
    desk.bot.performer.answer(writes(keeps), request_of(desk), aside=True)
    assert [(row.act, row.person_id) for row in rows(desk, Post)] == [(Act.DIRECT, desk.hale.id)]


def test_a_commit_that_queued_something_wakes_the_sender_and_no_other_does(desk: Desk) -> None:
    def queue(request: Request, session: Session) -> Answer:
        outbox.add_post(session, verbs.post("C1", made_at=request.now, not_before=request.now))
        return Quiet()

    woken: list[int] = []
    desk.bot.performer.on_posts = lambda: woken.append(1)
    desk.bot.performer.perform(writes(verbs.is_quiet), request_of(desk, claim=""))
    assert woken == []
    desk.bot.performer.perform(writes(queue), request_of(desk, claim=""))
    assert woken == [1]


def test_verbs_learn_who_asks_as_an_administrator_and_who_the_bot_is(desk: Desk) -> None:
    heard = verbs.Remembering()
    for name in ("dean", "hale"):
        request = replace(request_of(desk, claim=""), person=desk.cast.people[name].id)
        desk.bot.performer.answer(reads(heard), request)
    assert [request.is_administrator for request in heard.requests] == [True, False]
    assert all(request.bot for request in heard.requests)


def test_the_log_of_a_whole_answer_names_nobody(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    desk.bot.performer.answer(table.find_command("/checkin", WORDS), request_of(desk))
    assert "Maya" not in caplog.text
