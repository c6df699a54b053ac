"""The page's addresses: which question or deed each of them is."""

import json
from collections.abc import Awaitable, Callable

from aiohttp import web

from sandbox.page_api import arranging, doing, looking, talking, tricks
from sandbox.page_api.asking import Ask
from sandbox.practice import Practice
from sandbox.wire import Json, Refused

Deed = Callable[[Ask], Awaitable[Json]]

LOOKS: dict[str, Deed] = {
    "state": looking.state,
    "messages": looking.messages,
    "home": looking.home,
    "views": looking.open_views,
    "came": looking.came,
    "everything": looking.everything,
    "notifications": looking.notifications,
    "clock": looking.clock,
}
DEEDS: dict[str, Deed] = {
    "say": talking.say,
    "edit": talking.edit,
    "delete": talking.delete,
    "react": talking.react,
    "read": talking.read,
    "dismiss": talking.dismiss,
    "record": talking.record,
    "transcribe": talking.transcribe,
    "command": doing.command,
    "press": doing.press,
    "submit": doing.submit,
    "close": doing.close,
    "options": doing.options,
    "shortcut": doing.shortcut,
    "channel": arranging.channel,
    "person": arranging.person,
    "clock": tricks.move_clock,
    "faults": tricks.add_fault,
    "socket_trouble": tricks.trouble_sockets,
    "redeliver": tricks.redeliver,
    "settle": tricks.settle,
}


async def answer_page(practice: Practice, request: web.Request) -> web.StreamResponse:
    name = request.match_info["name"]
    if name == "socket":
        return await practice.pages.serve(request, request.query.get("as", ""))
    if name == "upload":
        return await _upload(practice, request)
    if request.method == "GET":
        return await _answer(LOOKS.get(name), Ask(practice, dict(request.query)))
    if request.method == "DELETE":
        return await _answer(tricks.clear_faults, Ask(practice, {}))
    return await _answer(DEEDS.get(name), Ask(practice, await _body(request)))


async def _body(request: web.Request) -> Json:
    try:
        body = json.loads(await request.text() or "{}")
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}


async def _answer(deed: Deed | None, ask: Ask) -> web.Response:
    if deed is None:
        raise web.HTTPNotFound
    before = ask.practice.pages.last_number()
    try:
        answer = await deed(ask)
    except Refused as refused:
        answer = refused.as_answer()
    if ask.body.get("tell"):
        # Who has no socket open learns what came to them while the deed was done.
        answer = answer | {"came": ask.practice.pages.since(before, ask.text("as"))}
    return web.json_response(answer)


async def _upload(practice: Practice, request: web.Request) -> web.Response:
    form = await request.post()
    file = form.get("file")
    if not isinstance(file, web.FileField):
        return web.json_response({"ok": False, "error": "no_file_data"})
    words = {key: value for key, value in form.items() if isinstance(value, str)}
    try:
        return web.json_response(talking.upload(Ask(practice, words), file.filename, file.file.read()))
    except Refused as refused:
        return web.json_response(refused.as_answer())
