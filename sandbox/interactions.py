"""A person presses, chooses, looks something up or uses a shortcut: the app is told, and has three seconds."""

from sandbox.channels import Channel
from sandbox.delivery import Parcel, Undelivered
from sandbox.identity import BOT_USER_ID
from sandbox.inputs import state_of
from sandbox.payloads import interaction, named_channel, response_url
from sandbox.people import Person
from sandbox.practice import Practice
from sandbox.trouble import NO_CONNECTION, tell_trouble
from sandbox.wire import Json

GONE = "This is no longer here."
MOST_OPTIONS = 100
LARGEST_OPTIONS_BYTES = 65_535


async def send(practice: Practice, person: Person, payload: Json) -> Json:
    """Ask the app; `{"ok": True}` with its answer, or Slack's word of trouble."""
    try:
        answer = await practice.delivery.ask(Parcel("interactive", payload, wants_answer=_wants_answer(payload)))
    except Undelivered:
        return tell_trouble(practice, person.id, NO_CONNECTION)
    return {"ok": True, "answer": answer}


def _wants_answer(payload: Json) -> bool:
    return payload["type"] in ("view_submission", "block_suggestion")


async def press_on_message(
    practice: Practice, person: Person, channel: Channel, message: Json, action: Json, state: Json
) -> Json:
    blocks = all_blocks(message)
    found = _action(practice, blocks, action)
    if found is None or message["user"] != BOT_USER_ID:
        return {"ok": False, "error": GONE}
    payload = interaction(practice, "block_actions", person) | _on_message(channel, message)
    if not message.get("is_ephemeral"):
        payload["message"] = message
    payload |= {
        "state": state_of(blocks, state),
        "trigger_id": practice.triggers.new(person.id),
        "response_url": response_url(practice, person, channel, message),
        "actions": [found],
    }
    return _without_answer(await send(practice, person, payload))


async def press_on_view(practice: Practice, person: Person, view: Json, action: Json, state: Json) -> Json:
    found = _action(practice, view["blocks"], action)
    if found is None:
        return {"ok": False, "error": GONE}
    view["state"] = state_of(view["blocks"], state)
    payload = interaction(practice, "block_actions", person) | {
        "container": {"type": "view", "view_id": view["id"]},
        "trigger_id": practice.triggers.new(person.id),
        "view": dict(view),
        "actions": [found],
    }
    return _without_answer(await send(practice, person, payload))


async def look_up(practice: Practice, person: Person, place: Json, wanted: Json) -> Json:
    """The choices of an external select for the words typed so far."""
    payload = interaction(practice, "block_suggestion", person) | place
    payload |= {key: wanted[key] for key in ("block_id", "action_id", "value")}
    sent = await send(practice, person, payload)
    if not sent["ok"]:
        return sent
    answer = sent["answer"]
    chosen = {key: answer[key] for key in ("options", "option_groups") if key in answer}
    if not chosen or len(str(answer).encode()) > LARGEST_OPTIONS_BYTES:
        return tell_trouble(practice, person.id, NO_CONNECTION)
    if len(chosen.get("options") or []) > MOST_OPTIONS:
        return tell_trouble(practice, person.id, NO_CONNECTION)
    return chosen


def place_on_message(channel: Channel, message: Json) -> Json:
    place = _on_message(channel, message)
    return place if message.get("is_ephemeral") else place | {"message": message}


def place_on_view(view: Json) -> Json:
    return {"container": {"type": "view", "view_id": view["id"]}, "view": dict(view)}


async def use_message_shortcut(
    practice: Practice, person: Person, callback_id: str, channel: Channel, message: Json
) -> Json:
    payload = interaction(practice, "message_action", person) | {
        "callback_id": callback_id,
        "action_ts": practice.clock.ts(),
        "trigger_id": practice.triggers.new(person.id),
        "response_url": response_url(practice, person, channel, message),
        "message_ts": message["ts"],
        "channel": named_channel(channel),
        "message": message,
    }
    return _without_answer(await send(practice, person, payload))


async def use_global_shortcut(practice: Practice, person: Person, callback_id: str) -> Json:
    payload = interaction(practice, "shortcut", person) | {
        "callback_id": callback_id,
        "action_ts": practice.clock.ts(),
        "trigger_id": practice.triggers.new(person.id),
    }
    return _without_answer(await send(practice, person, payload))


def _without_answer(sent: Json) -> Json:
    return {key: value for key, value in sent.items() if key != "answer"}


def all_blocks(message: Json) -> list[Json]:
    """A message's own blocks and those inside its attachments."""
    inside = [block for each in message.get("attachments") or [] for block in each.get("blocks") or []]
    return [*(message.get("blocks") or []), *inside]


def _on_message(channel: Channel, message: Json) -> Json:
    container = {
        "type": "message",
        "message_ts": message["ts"],
        "channel_id": channel.id,
        "is_ephemeral": bool(message.get("is_ephemeral")),
    }
    if message.get("thread_ts"):
        container["thread_ts"] = message["thread_ts"]
    return {"container": container, "channel": named_channel(channel)}


def _action(practice: Practice, blocks: list[Json], given: Json) -> Json | None:
    """What was done, with the words and value that stand on the element."""
    element = _element(blocks, given.get("block_id"), given.get("action_id"))
    if element is None:
        return None
    standing: Json = {key: element[key] for key in ("type", "text", "value", "style") if key in element}
    return {**standing, **given, "type": element["type"], "action_ts": practice.clock.ts()}


def _element(blocks: list[Json], block_id: object, action_id: object) -> Json | None:
    for block in blocks:
        if block.get("block_id") == block_id:
            held = [block.get("element"), block.get("accessory"), *(block.get("elements") or [])]
            for element in held:
                if isinstance(element, dict) and element.get("action_id") == action_id:
                    return element
    return None
