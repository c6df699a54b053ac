"""One person in front of the page: types, presses, fills in forms, and sees what comes."""

import time
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from sandbox.came import Came, came_of
from sandbox.visible import visible_text
from sandbox.visitor_finding import NotThere, find_input, find_press, id_of, options_of, value_of
from sandbox.visitor_wire import PageLine
from sandbox.wire import Json


class Visitor:
    """Channels, people and messages may be given as themselves or by id; a channel left out is the app's."""

    def __init__(self, url: str, user_id: str) -> None:
        self.id = user_id
        self._line = PageLine(url, user_id)
        self._filled: dict[str, Json] = {}

    def close(self) -> None:
        self._line.close()

    # Doing

    def types(self, text: str, channel: Any = None, thread: Any = None) -> Came:
        """A slash command if it begins with a slash, else a message."""
        place, thread_ts = self._channel(channel), _ts(thread)
        if not text.startswith("/"):
            return came_of(self._line.do("say", channel=place, text=text, thread_ts=thread_ts))
        command, _, words = text.partition(" ")
        answer = self._line.do("command", channel=place, command=command, text=words, thread_ts=thread_ts)
        return came_of(answer)

    def presses(self, button: str, on: Json) -> Came:
        """A button, or a choice in a menu, by its words or its action_id, on a message or view."""
        return self._act(on, find_press(on.get("blocks", []), button))

    def chooses(self, control: str, value: Any, on: Json) -> Came:
        """From a menu, date or box that tells the app at once."""
        block, element = find_input(on.get("blocks", []), control)
        held = value_of(element, value, self._options(on, block, element, value))
        if _is_view(on):
            self._filled.setdefault(on["id"], {}).setdefault(block["block_id"], {})[element["action_id"]] = held
        return self._act(on, {"block_id": block["block_id"], "action_id": element["action_id"], **held})

    def fills(self, view: Json, values: Mapping[str, Any]) -> None:
        """Inputs by label, placeholder, block_id or action_id; None empties one."""
        for named, value in values.items():
            block, element = find_input(view["blocks"], named)
            held = value_of(element, value, self._options(view, block, element, value))
            self._filled.setdefault(view["id"], {}).setdefault(block["block_id"], {})[element["action_id"]] = held

    def submits(self, view: Json, values: Mapping[str, Any] | None = None) -> Came:
        self.fills(view, values or {})
        answer = self._line.do("submit", view_id=view["id"], values=self._filled.get(view["id"], {}))
        return came_of(answer)

    def closes(self, view: Json, *, everything: bool = False) -> Came:
        return came_of(self._line.do("close", view_id=view["id"], all=everything))

    def options(self, view: Json, control: str, query: str) -> list[Json]:
        """What an external select offers for the words typed so far."""
        block, element = find_input(view["blocks"], control)
        return self._looked_up(view, block, element, query)

    def uses_shortcut(self, callback_id: str, message: Json | None = None, channel: Any = None) -> Came:
        if message is None:
            return came_of(self._line.do("shortcut", callback_id=callback_id))
        place = message.get("channel") or self._channel(channel)
        ts = message["ts"]
        return came_of(self._line.do("shortcut", callback_id=callback_id, channel=place, message_ts=ts))

    def opens_home(self, seconds: float = 5.0) -> Json:
        """The Home the app publishes upon opening; the one that stands, if it publishes none in time."""
        number = self._line.look("came")["number"]
        standing: Json | None = self._line.look("home")["view"]
        push = self._next(number, seconds, lambda each: each["type"] == "home")
        shown = push["view"] if push else standing
        if shown is None:
            raise NotThere("The app has published no Home for this person.")
        return dict(shown)

    def uploads(self, name: str, content: bytes, channel: Any = None, thread: Any = None) -> Json:
        place = {"channel": self._channel(channel)} | ({"thread_ts": _ts(thread) or ""} if thread else {})
        return self._line.upload(name, content, **place)

    def records(self, spoken: str, channel: Any = None, thread: Any = None, *, later: bool = False) -> Json:
        """An audio clip. `later`: its transcript is not written before `transcribes`."""
        place = {"channel": self._channel(channel), "thread_ts": _ts(thread)}
        return self._line.do("record", spoken=spoken, later=later, **place)

    def transcribes(self, file: Json) -> Json:
        """What Slack does by itself a little after a clip."""
        return self._line.do("transcribe", file=file["id"])

    def edits(self, message: Json, text: str) -> Came:
        return came_of(self._line.do("edit", channel=message["channel"], ts=message["ts"], text=text))

    def deletes(self, message: Json) -> Came:
        return came_of(self._line.do("delete", channel=message["channel"], ts=message["ts"]))

    def reacts(self, message: Json, name: str) -> Came:
        return came_of(self._line.do("react", channel=message["channel"], ts=message["ts"], name=name))

    def dismisses(self, message: Json) -> Came:
        return came_of(self._line.do("dismiss", channel=message["channel"], ts=message["ts"]))

    def reads(self, channel: Any) -> Came:
        """Everything that stands there now."""
        return came_of(self._line.do("read", channel=self._channel(channel)))

    def leaves(self, channel: Any) -> Came:
        return self.arranges("leave", channel)

    def arranges(self, action: str, channel: Any = None, **more: Any) -> Came:
        """create, invite, kick, archive, unarchive, rename, make_public, share, unshare, delete."""
        given = {key: id_of(value) if hasattr(value, "id") else value for key, value in more.items()}
        place = None if channel is None else self._channel(channel)
        return came_of(self._line.do("channel", action=action, channel=place, **given))

    def changes_account(self, action: str, person: Any = None, **more: Any) -> Came:
        """add, change, deactivate, activate, make_guest, make_single_channel_guest, make_member, make_admin."""
        user = None if person is None else id_of(person)
        return came_of(self._line.do("person", action=action, user=user, **more))

    def moves_clock(self, **by: float) -> Came:
        """Forward, for everybody: `hours=5`, `days=1`…"""
        return came_of(self._line.do("clock", forward_seconds=timedelta(**by).total_seconds()))

    # Seeing

    def sees(self, channel: Any = None, thread: Any = None) -> list[Json]:
        """The messages of a channel or thread, oldest first, ephemeral ones among them."""
        answer = self._line.look("messages", channel=self._channel(channel), thread=_ts(thread))
        return list(answer.get("messages", []))

    def waits_for(
        self,
        wanted: str | Callable[[Json], bool],
        channel: Any = None,
        thread: Any = None,
        seconds: float = 10.0,
    ) -> Json:
        """The newest message with these words, or of which the predicate is true."""
        fits = wanted if callable(wanted) else _with_words(wanted)
        until = time.monotonic() + seconds
        while True:
            number = self._line.look("came")["number"]
            seen = self.sees(channel, thread)
            found = next((each for each in reversed(seen) if fits(each)), None)
            if found is not None:
                return found
            if (left := until - time.monotonic()) <= 0:
                raise NotThere(f"{wanted!r} did not come; there stands: {[visible_text(each) for each in seen]}")
            self._line.look("came", since=number, wait=left)

    def view(self) -> Json | None:
        """The form on top of this person's screen."""
        stack = self._line.look("views")["views"]
        return stack[-1] if stack else None

    def waits_for_view(self, seconds: float = 10.0) -> Json:
        """The form on top of the screen, once one is there: an app may open it after its acknowledgement."""
        until = time.monotonic() + seconds
        while True:
            number = self._line.look("came")["number"]
            shown = self.view()
            if shown is not None:
                return shown
            if (left := until - time.monotonic()) <= 0:
                raise NotThere("No form was opened.")
            self._line.look("came", since=number, wait=left)

    def notifications(self) -> list[str]:
        """The previews this person's phone showed."""
        return [each["text"] for each in self._line.look("notifications")["notifications"]]

    def everything(self) -> str:
        """Every word this person can find anywhere, notifications included."""
        return str(self._line.look("everything")["text"])

    def text_of(self, shown: Json) -> str:
        """Every visible word of a message or view."""
        return visible_text(shown)

    def state(self) -> Json:
        """What the page knows: me, people, channels, commands, shortcuts, app, workspace, now."""
        return self._line.look("state")

    # Within

    def _act(self, on: Json, action: Json) -> Came:
        if _is_view(on):
            state = {"values": self._filled.get(on["id"], {})}
            return came_of(self._line.do("press", view_id=on["id"], action=action, state=state))
        return came_of(self._line.do("press", channel=on["channel"], message_ts=on["ts"], action=action))

    def _options(self, on: Json, block: Json, element: Json, value: Any) -> list[Json]:
        if "external" not in element["type"] or value is None or isinstance(value, dict):
            return options_of(element)
        several = value if isinstance(value, (list, tuple)) else [value]
        return [found for each in several for found in self._looked_up(on, block, element, str(each))]

    def _looked_up(self, on: Json, block: Json, element: Json, query: str) -> list[Json]:
        place: Json = {"view_id": on["id"]} if _is_view(on) else {"channel": on["channel"], "message_ts": on["ts"]}
        names = {"block_id": block["block_id"], "action_id": element["action_id"]}
        return options_of(self._line.do("options", **place, **names, value=query))

    def _next(self, number: int, seconds: float, fits: Callable[[Json], bool]) -> Json | None:
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            answer = self._line.look("came", since=number, wait=left)
            for push in answer["came"]:
                if fits(push):
                    return dict(push)
            number = answer["number"]
        return None

    def _channel(self, channel: Any) -> str:
        if channel is not None:
            return id_of(channel)
        return next(str(each["id"]) for each in self.state()["channels"] if each["kind"] == "im")


def _ts(message: Any) -> str | None:
    """A thread by its first message, any of its replies, or its ts."""
    if isinstance(message, dict):
        return str(message.get("thread_ts") or message["ts"])
    return None if message is None else str(message)


def _with_words(words: str) -> Callable[[Json], bool]:
    return lambda message: words in visible_text(message)


def _is_view(shown: Json) -> bool:
    return shown.get("type") in ("modal", "home")
