"""Small verbs put into the table for one test, so that the edge is tried with what the test says and nothing else."""

from typing import Any

import pytest
from sqlmodel import Session

from handlers import blocks, table
from handlers.conversation import Answer, Form, Home, Quiet, Refusal, Reply, Request, Run, reads, writes
from storage.outbox import Act, Post


def put(monkeypatch: pytest.MonkeyPatch, kind: str, name: str, run: Run, *, write: bool = False) -> None:
    """Into the table, for this test: `put(monkeypatch, "BUTTONS", "things.press", run)`."""
    verb = writes(run) if write else reads(run)
    made = {"": verb, table.ANYTHING: verb} if kind == "COMMANDS" else verb
    monkeypatch.setitem(getattr(table, kind), name, made)


def says(text: str, **more: Any) -> Run:
    """Answers with these words."""

    def run(_request: Request, _session: Session) -> Answer:
        return Reply(text, (blocks.says(text),), **more)

    return run


def refuses(sentence: str) -> Run:
    def run(_request: Request, _session: Session) -> Answer:
        raise Refusal(sentence)

    return run


def breaks(error: Exception) -> Run:
    def run(_request: Request, _session: Session) -> Answer:
        raise error

    return run


def opens(name: str = "things.keep", *fields: str) -> Run:
    """Answers with a form of these fields."""

    def run(_request: Request, _session: Session) -> Answer:
        made = tuple(blocks.field(one, one.title()) for one in fields or ("note",))
        return Form(name, "A form", made, ids={"thing": 7})

    return run


def echoes(request: Request, _session: Session) -> Answer:
    """Says the ids it was given: a speech whose words a test can look for."""
    words = " ".join(f"{name}={value}" for name, value in sorted(request.ids.items()))
    return Reply("Something was said.", (blocks.says(f"said {words}"),))


def shows_home(request: Request, _session: Session) -> Answer:
    return Home((blocks.says(f"home of {request.person}"),))


def is_quiet(_request: Request, _session: Session) -> Answer:
    return Quiet()


class Remembering:
    """A verb that notes every request it was run with."""

    def __init__(self, answer: Answer | None = None) -> None:
        self.requests: list[Request] = []
        self._answer = answer or Quiet()

    def __call__(self, request: Request, _session: Session) -> Answer:
        self.requests.append(request)
        return self._answer


def post(channel_id: str = "", **more: Any) -> Post:
    """A row for the outbox that says its own ids."""
    given: dict[str, Any] = {
        "queue": f"plain:{channel_id}",
        "act": Act.SAY,
        "about": "things.said",
        "channel_id": channel_id,
    }
    return Post(**{**given, **more})
