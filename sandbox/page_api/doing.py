"""A person uses the app: commands, buttons, forms, choices, shortcuts."""

import time

from sandbox import interactions, submissions
from sandbox.commands import type_command
from sandbox.page_api.asking import Ask
from sandbox.trouble import tell_trouble
from sandbox.wire import Json, Refused


async def command(ask: Ask) -> Json:
    started = time.perf_counter()
    if ask.text("thread_ts"):
        said = f"{ask.text('command')} is not supported in threads. Sorry!"
        return tell_trouble(ask.practice, ask.person.id, said)
    channel = ask.writable_channel
    outcome = await type_command(ask.practice, ask.person, channel, ask.text("command"), ask.text("text"))
    return outcome | {"took_ms": (time.perf_counter() - started) * 1000}


async def press(ask: Ask) -> Json:
    action, state = ask.object("action"), ask.object("state").get("values", {})
    if ask.text("view_id"):
        return await interactions.press_on_view(ask.practice, ask.person, ask.view, action, state)
    return await interactions.press_on_message(ask.practice, ask.person, ask.channel, ask.message, action, state)


async def submit(ask: Ask) -> Json:
    return await submissions.submit(ask.practice, ask.person, ask.text("view_id"), ask.object("values"))


async def close(ask: Ask) -> Json:
    everything = bool(ask.body.get("all"))
    return await submissions.close(ask.practice, ask.person, ask.text("view_id"), everything=everything)


async def options(ask: Ask) -> Json:
    if ask.text("view_id"):
        place = interactions.place_on_view(ask.view)
    else:
        place = interactions.place_on_message(ask.channel, ask.message)
    wanted = {key: ask.text(key) for key in ("block_id", "action_id", "value")}
    return await interactions.look_up(ask.practice, ask.person, place, wanted)


async def shortcut(ask: Ask) -> Json:
    known = ask.practice.manifest.shortcuts.get(ask.text("callback_id"))
    if known is None:
        raise Refused("no_such_shortcut")
    if known.type == "message":
        return await interactions.use_message_shortcut(
            ask.practice, ask.person, known.callback_id, ask.channel, ask.message
        )
    return await interactions.use_global_shortcut(ask.practice, ask.person, known.callback_id)
