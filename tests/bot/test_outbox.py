"""What the outbox holds is said in order, once, at Slack's rate, through errors and crashes; or somebody is told."""

import threading
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlmodel import Session

from bot import outbox as sending
from bot import retries, slack
from bot.app import build
from handlers.conversation import Answer, Quiet, Request
from storage import outbox
from storage.outbox import Act, Post, State
from tests.bot import verbs
from tests.bot.conftest import Desk, is_settled
from tests.bot.verbs import post

Put = Callable[..., None]


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Seconds between tries become moments, and no sweep finds what a wake has missed."""
    monkeypatch.setattr(sending, "SWEEP_SECONDS", 1000.0)
    monkeypatch.setattr(retries, "FIRST_RETRY_SECONDS", 0.02)
    monkeypatch.setattr(retries, "LONGEST_RETRY_SECONDS", 0.1)


def settled(desk: Desk, *post_ids: int) -> list[Post]:
    """The rows once each is sent or dropped."""
    woken = threading.Event()
    for _ in range(400):
        rows = [desk.row(one) for one in post_ids]
        if all(map(is_settled, rows)):
            return rows
        woken.wait(0.02)
    raise AssertionError([(row.id, row.state, row.attempts) for row in rows])


def said_things(desk: Desk) -> list[str]:
    return [words.rsplit("said ", 1)[1] for words in desk.said() if "said " in words]


def test_a_row_is_said_and_marked_with_where_it_stands(speaking: Desk) -> None:
    (row,) = settled(speaking, *speaking.queue(post(speaking.channel.id, ids={"thing": 1})))
    assert (row.state, row.sent_to) == (State.SENT, speaking.channel.id)
    assert row.ts in {message["ts"] for message in speaking.visitor().sees(speaking.channel)}
    assert said_things(speaking) == ["thing=1"]


def test_each_channel_hears_its_rows_in_order_whatever_goes_wrong(speaking: Desk) -> None:
    for kind in ("429", "500", "lost_answer"):
        speaking.sandbox.fail("chat.postMessage", kind)
    settled(speaking, *speaking.queue(*(post(speaking.channel.id, ids={"thing": number}) for number in range(4))))
    assert said_things(speaking) == [f"thing={number}" for number in range(4)]


def test_one_channels_trouble_holds_up_no_other(speaking: Desk) -> None:
    there = speaking.cast.birch
    (stuck,) = speaking.queue(post("C0NOWHERE", act=Act.UPDATE, target_id=None))
    (row,) = settled(speaking, *speaking.queue(post(there.id, ids={"thing": 1})))
    assert row.state == State.SENT
    assert settled(speaking, stuck)[0].state == State.DROPPED


@pytest.mark.parametrize("kind", ["500", "lost_answer", "error"])
def test_an_answer_that_was_lost_makes_no_second_message(speaking: Desk, kind: str) -> None:
    speaking.sandbox.fail("chat.postMessage", kind)
    (row,) = settled(speaking, *speaking.queue(post(speaking.channel.id, ids={"thing": 1})))
    assert row.attempts == 2
    assert said_things(speaking) == ["thing=1"]


def test_retry_after_is_kept_to_and_nothing_is_looked_up(speaking: Desk) -> None:
    speaking.sandbox.fail("chat.postMessage", "429", retry_after=1)
    speaking.sandbox.fail("conversations.history", "500", times=99)
    (row,) = settled(speaking, *speaking.queue(post(speaking.channel.id, ids={"thing": 1})))
    assert row.attempts == 2
    assert row.sent_at is not None
    assert row.sent_at - row.made_at >= timedelta(seconds=1)
    assert said_things(speaking) == ["thing=1"]


def test_what_slack_wants_no_more_of_for_a_while_holds_its_like_and_nothing_else(
    desk: Desk, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def look(request: Request) -> None:
        asked.append(request.channel)
        raise slack.SlackSilent("ratelimited", retry_after=3600)

    put("SPEECHES", "things.said", verbs.echoes)
    monkeypatch.setattr(sending, "AT_ONCE", 1)  # the second is not begun before the first has failed
    monkeypatch.setattr(desk.bot.deliverer, "works", {"things.look": look})
    looks = desk.queue(*(post(f"C0{number}", act=Act.WORK, about="things.look") for number in range(3)))
    said = desk.queue(post(desk.channel.id, ids={"thing": 1}))
    desk.bot.sender.start()
    assert [row.state for row in settled(desk, *said)] == [State.SENT]
    assert asked == ["C00"]
    soon = desk.bot.clock.now() + timedelta(minutes=30)
    assert all(desk.row(one).not_before > soon for one in looks)


def crash_after_claim(desk: Desk, post_id: int) -> None:
    with desk.bot.database.write() as session:
        assert outbox.claim(session, post_id, desk.bot.clock.now()) is not None


def begin_again(desk: Desk) -> None:
    """Start after a crash, and let the time pass after which another process would surely have said that it lives."""
    desk.bot.sender.start()
    desk.sandbox.forward(sending.CRASHED_AFTER.total_seconds() + 1)
    desk.bot.clock.follow()
    desk.bot.sender.sweep()


def test_a_crash_between_claim_and_send_loses_nothing(desk: Desk, put: Put) -> None:
    put("SPEECHES", "things.said", verbs.echoes)
    (post_id,) = desk.queue(post(desk.channel.id, ids={"thing": 1}))
    crash_after_claim(desk, post_id)
    begin_again(desk)
    assert settled(desk, post_id)[0].state == State.SENT
    assert said_things(desk) == ["thing=1"]


def test_a_crash_between_send_and_mark_makes_no_second_message(speaking: Desk) -> None:
    (row,) = settled(speaking, *speaking.queue(post(speaking.channel.id, ids={"thing": 1})))
    speaking.bot.stop()
    speaking.cast.bot = speaking.bot = build(speaking.cast.settings())
    with speaking.bot.database.write() as session:  # as if the process had died before the mark
        undone = outbox.get_post(session, row.id)
        undone.state, undone.ts = State.SENDING, ""
        session.add(undone)
    begin_again(speaking)
    (again,) = settled(speaking, row.id)
    assert (again.state, again.ts) == (State.SENT, row.ts)
    assert said_things(speaking) == ["thing=1"]


def test_an_old_message_of_another_database_is_not_taken_for_ours(speaking: Desk) -> None:
    (row,) = settled(speaking, *speaking.queue(post(speaking.channel.id, ids={"thing": 1})))
    speaking.bot.stop()
    speaking.bot = build(speaking.cast.settings())
    with speaking.bot.database.write() as session:
        undone = outbox.get_post(session, row.id)
        undone.state, undone.made_at = State.SENDING, row.made_at - timedelta(minutes=3)
        session.add(undone)
    begin_again(speaking)
    settled(speaking, row.id)
    assert said_things(speaking) == ["thing=1", "thing=1"]


def test_another_processs_row_is_left_alone_until_it_must_have_crashed(desk: Desk) -> None:
    (fresh, stale) = desk.queue(post("C1", queue="a"), post("C2", queue="b"))
    now = desk.bot.clock.now()
    with desk.bot.database.write() as session:
        outbox.claim(session, fresh, now)
        outbox.claim(session, stale, now - sending.CRASHED_AFTER - timedelta(seconds=1))
    desk.bot.sender.sweep()
    assert (desk.row(fresh).state, desk.row(stale).state) == (State.SENDING, State.WAITING)


def test_a_row_that_is_still_being_sent_is_no_dead_processs(desk: Desk) -> None:
    (row_id,) = desk.queue(post("C1"))
    now = desk.bot.clock.now()
    with desk.bot.database.write() as session:
        seen = outbox.claim(session, row_id, now)
        assert seen is not None
        session.expunge(seen)
        outbox.renew(session, [row_id], now + timedelta(seconds=50))
        assert not outbox.take_back(session, seen, now)
    assert desk.row(row_id).state == State.SENDING


def test_a_queue_is_sent_by_one_at_a_time(desk: Desk) -> None:
    first, second, elsewhere = desk.queue(post("C1"), post("C1"), post("C2"))
    now = desk.bot.clock.now()
    with desk.bot.database.write() as session:
        taken = [outbox.claim(session, one, now) is not None for one in (first, second, elsewhere)]
    assert taken == [True, False, True]


def test_a_thread_waits_for_its_head(speaking: Desk) -> None:
    head, reply = speaking.queue(
        post(speaking.channel.id, queue="one", ids={"thing": 1}, not_before=speaking.bot.clock.now()),
        post(speaking.channel.id, queue="two", ids={"thing": 2}),
    )
    with speaking.bot.database.write() as session:
        row = outbox.get_post(session, reply)
        row.under_id = head
        session.add(row)
    speaking.bot.sender.wake()
    sent = settled(speaking, head, reply)
    assert all(one.state == State.SENT for one in sent)


def test_a_dead_head_ends_its_children(desk: Desk, put: Put) -> None:
    put("SPEECHES", "things.said", verbs.echoes)
    put("SPEECHES", "things.gone", verbs.is_quiet)
    (head,) = desk.queue(post(desk.channel.id, about="things.gone", queue="one"))
    children = desk.queue(
        post(desk.channel.id, under_id=head, queue="two"), post(desk.channel.id, act=Act.UPDATE, target_id=head)
    )
    desk.bot.sender.start()
    assert {row.state for row in settled(desk, head, *children)} == {State.DROPPED}
    assert said_things(desk) == []


def test_an_update_changes_the_message_and_a_delete_takes_it_away(speaking: Desk) -> None:
    there = speaking.channel.id
    (first,) = settled(speaking, *speaking.queue(post(there, ids={"thing": 1})))
    settled(speaking, *speaking.queue(post(there, act=Act.UPDATE, target_id=first.id, ids={"thing": 2})))
    assert said_things(speaking) == ["thing=2"]
    settled(speaking, *speaking.queue(post(there, act=Act.DELETE, target_id=first.id)))
    assert said_things(speaking) == []


@pytest.mark.parametrize("error", ["not_in_channel", "is_archived", "msg_too_long", "something_new"])
def test_what_can_never_be_said_is_told_once_to_whoever_can_mend_it(speaking: Desk, put: Put, error: str) -> None:
    told = verbs.Remembering()
    put("EVENTS", "undelivered", told, write=True)
    speaking.sandbox.fail("chat.postMessage", "error", error=error, times=2)
    rows = settled(speaking, *speaking.queue(post(speaking.channel.id), post(speaking.channel.id)))
    assert [(row.state, row.because) for row in rows] == [(State.DROPPED, error)] * 2
    assert [(one.ids["error"], one.ids["post"], one.channel) for one in told.requests] == [
        (error, rows[0].id, speaking.channel.id)
    ]


def test_an_error_in_telling_holds_up_nobody(speaking: Desk, put: Put) -> None:
    put("EVENTS", "undelivered", verbs.breaks(ValueError("x")), write=True)
    speaking.sandbox.fail("chat.postMessage", "error", error="is_archived")
    first, second = settled(speaking, *speaking.queue(post(speaking.channel.id), post(speaking.channel.id)))
    assert (first.state, second.state) == (State.DROPPED, State.SENT)


def test_a_bot_that_is_shut_out_loses_nothing(speaking: Desk) -> None:
    speaking.sandbox.fail("chat.postMessage", "error", error="invalid_auth", times=3)
    (row,) = settled(speaking, *speaking.queue(post(speaking.channel.id, ids={"thing": 1})))
    assert (row.state, row.attempts) == (State.SENT, 4)


def test_a_receiver_who_has_left_is_told_apart_from_a_bot_that_was_thrown_out(speaking: Desk, put: Put) -> None:
    told = verbs.Remembering()
    put("EVENTS", "undelivered", told, write=True)
    speaking.sandbox.fail("chat.postMessage", "error", error="account_inactive")
    row = post(act=Act.DIRECT, person_id=speaking.hale.id, queue="person")
    assert settled(speaking, *speaking.queue(row))[0].because == "account_inactive"
    assert len(told.requests) == 1


def test_an_error_of_our_own_is_tried_a_few_times_and_then_the_queue_goes_on(speaking: Desk, put: Put) -> None:
    put("SPEECHES", "things.broken", verbs.breaks(KeyError("Maya")))
    put("EVENTS", "undelivered", verbs.is_quiet, write=True)
    broken, whole = post(speaking.channel.id, about="things.broken"), post(speaking.channel.id, ids={"thing": 1})
    first, second = settled(speaking, *speaking.queue(broken, whole))
    assert (first.because, first.attempts) == ("our_own_error", retries.OWN_TROUBLE_TRIES)
    assert second.state == State.SENT


def test_after_a_day_of_silence_a_row_is_given_up(desk: Desk, put: Put, monkeypatch: pytest.MonkeyPatch) -> None:
    put("SPEECHES", "things.said", verbs.echoes)
    put("EVENTS", "undelivered", verbs.is_quiet, write=True)
    monkeypatch.setattr(retries, "TRIED_FOR", timedelta(seconds=-1))
    desk.sandbox.fail("chat.postMessage", "500", times=9)
    (post_id,) = desk.queue(post(desk.channel.id))
    desk.bot.sender.start()
    assert settled(desk, post_id)[0].state == State.DROPPED


def test_a_whisper_is_seen_by_its_person_alone(speaking: Desk) -> None:
    row = post(speaking.channel.id, act=Act.WHISPER, person_id=speaking.hale.id, ids={"thing": 1})
    settled(speaking, *speaking.queue(row))
    assert said_things(speaking) == ["thing=1"]
    assert not [words for words in speaking.said("lopez") if "thing=1" in words]


def test_where_nobody_can_whisper_it_becomes_a_direct_message(speaking: Desk) -> None:
    elsewhere = speaking.sandbox.add_channel("elsewhere", members=[speaking.hale], with_app=False)
    row = post(elsewhere.id, act=Act.WHISPER, person_id=speaking.hale.id, ids={"thing": 1})
    settled(speaking, *speaking.queue(row))
    assert speaking.visitor().waits_for("thing=1")


def test_a_home_is_published(speaking: Desk, put: Put) -> None:
    put("SPEECHES", "things.home", verbs.shows_home)
    row = post(act=Act.HOME, about="things.home", person_id=speaking.hale.id, queue="person")
    assert settled(speaking, *speaking.queue(row))[0].state == State.SENT
    assert speaking.visitor()._line.look("home")["view"]["blocks"][0]["text"]["text"] == f"home of {speaking.hale.id}"


def test_a_work_is_done_by_its_name_and_what_it_queues_goes_out(speaking: Desk) -> None:
    done: list[Request] = []
    speaking.bot.deliverer.works = {"things.work": done.append}
    row = post(speaking.channel.id, act=Act.WORK, about="things.work", ids={"thing": 1}, person_id=speaking.hale.id)
    settled(speaking, *speaking.queue(row))
    assert [request.ids for request in done] == [{"thing": 1}]


def test_prv_10_student_facts_wait_while_the_channel_is_unfit_and_flow_when_it_is_well(
    speaking: Desk, put: Put, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.deliver.HELD_SECONDS", 0.05)
    monkeypatch.setattr("bot.channels.FRESH_FOR", timedelta())
    told = verbs.Remembering()
    put("EVENTS", "unfit", told, write=True)
    speaking.visitor().arranges("make_public", speaking.channel)
    (post_id,) = speaking.queue(post(speaking.channel.id, tells_of_students=True, ids={"thing": 1}))
    for _ in range(200):
        if told.requests:
            break
        threading.Event().wait(0.02)
    assert told.requests[0].ids == {"error": "public"}
    assert speaking.row(post_id).state != State.SENT
    assert said_things(speaking) == []
    speaking.channel.kind = "private"
    speaking.bot.sender.wake()
    assert settled(speaking, post_id)[0].state == State.SENT


def test_words_are_made_for_who_may_hear_them_when_they_are_sent(speaking: Desk, put: Put) -> None:
    heard = verbs.Remembering(Quiet())
    put("SPEECHES", "things.gone", heard)
    row = post(act=Act.DIRECT, about="things.gone", person_id=speaking.hale.id, queue="person", ids={"thing": 1})
    (sent,) = settled(speaking, *speaking.queue(row))
    assert (sent.state, sent.because) == (State.DROPPED, "nothing to say")
    assert heard.requests[0].person == speaking.hale.id


def test_stopping_finishes_what_is_being_sent_and_begins_nothing_more(desk: Desk, put: Put) -> None:
    under_way, go_on = threading.Event(), threading.Event()

    def slow(request: Request, _session: Session) -> Answer:
        under_way.set()
        go_on.wait(10)
        return verbs.echoes(request, _session)

    put("SPEECHES", "things.slow", slow)
    put("SPEECHES", "things.said", verbs.echoes)
    first, second = desk.queue(
        post(desk.channel.id, about="things.slow", ids={"thing": 1}), post(desk.channel.id, ids={"thing": 2})
    )
    desk.bot.sender.start()
    under_way.wait(10)
    stopping = threading.Thread(target=desk.bot.sender.stop)
    stopping.start()
    go_on.set()
    stopping.join()
    assert (desk.row(first).state, desk.row(second).state) == (State.SENT, State.WAITING)


def test_the_clocks_jump_sends_what_has_become_due(speaking: Desk) -> None:
    settled(speaking, *speaking.queue(post(speaking.cast.birch.id)))  # the first round is over
    with speaking.bot.database.write() as session:
        now = speaking.bot.clock.now()
        row = outbox.add_post(session, post(speaking.channel.id, made_at=now, not_before=now + timedelta(hours=2)))
    speaking.sandbox.forward(7300)
    speaking.bot.clock.follow()
    assert settled(speaking, row.id)[0].state == State.SENT
