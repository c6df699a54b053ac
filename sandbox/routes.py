"""Every address the practice workspace answers on."""

import json
from datetime import UTC, datetime
from pathlib import Path

from aiohttp import web

from sandbox import respond
from sandbox.clips import is_transcribed, vtt_of
from sandbox.identity import BOT_TOKEN
from sandbox.page_api.routes import answer_page
from sandbox.permalinks import place_on_page
from sandbox.practice import Practice
from sandbox.web_api import (
    apps,
    auth,
    channel_changes,
    chat,
    conversations,
    files,
    history,
    reactions,
    users,
    views,
)
from sandbox.web_api.endpoint import answer_call
from sandbox.wire import Refused

# Importing a family fills the table of methods.
FAMILIES = (apps, auth, channel_changes, chat, conversations, files, history, reactions, users, views)
PAGE = Path(__file__).parent / "page"
# A dropped HTML file must not act as a part of the page.
HARMLESS = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox"}
LONGEST_MARK = 40
LARGEST_BODY = 64 * 1024 * 1024


def application(practice: Practice) -> web.Application:
    app = web.Application(client_max_size=LARGEST_BODY)
    doors = Doors(practice)
    app.router.add_route("*", "/api/{method}", doors.web_api)
    app.router.add_route("*", "/page/{name}", doors.page)
    app.router.add_get("/link{slash:/?}", doors.socket_mode)
    app.router.add_post("/response/{name}", doors.response_url)
    app.router.add_get("/archives/{channel}/{message}", doors.permalink)
    app.router.add_post("/upload/{file}", doors.upload)
    app.router.add_get("/files-pri/{file}/{path:.*}", doors.file)
    app.router.add_get("/files/{user}/{file}/{path:.*}", doors.file)
    app.router.add_get("/clock", doors.clock)
    app.router.add_post("/clock", doors.mark_clock)
    app.router.add_get("/", doors.front)
    app.router.add_get("/static/{path:.+}", doors.static)
    return app


class Doors:
    def __init__(self, practice: Practice) -> None:
        self._practice = practice

    async def web_api(self, request: web.Request) -> web.StreamResponse:
        return await answer_call(self._practice, request)

    async def page(self, request: web.Request) -> web.StreamResponse:
        return await answer_page(self._practice, request)

    async def socket_mode(self, request: web.Request) -> web.StreamResponse:
        return await self._practice.sockets.serve(request)

    async def response_url(self, request: web.Request) -> web.Response:
        try:
            body = json.loads(await request.text())
            reply = self._practice.response_urls.use(request.match_info["name"])
            respond.answer(self._practice, reply, body if isinstance(body, dict) else {})
        except ValueError:
            return web.Response(status=400, text="invalid_payload")
        except Refused as refused:
            status = 404 if refused.error in ("expired_url", "used_url") else 400
            return web.json_response(refused.as_answer(), status=status)
        return web.Response(text="ok")

    async def permalink(self, request: web.Request) -> web.Response:
        channel, linked = request.match_info["channel"], request.match_info["message"]
        raise web.HTTPFound(place_on_page(channel, linked, request.query.get("thread_ts", "")))

    async def upload(self, request: web.Request) -> web.Response:
        """The middle of the three steps: the bytes, raw or as a form's file."""
        file = self._practice.files.find(request.match_info["file"])
        if file is None:
            raise web.HTTPNotFound
        content = await _bytes_of(request)
        if len(content) != file.get("announced"):
            return web.Response(status=400, text="The length is not the one announced.")
        self._practice.files.fill(file, content)
        return web.Response(text=f"OK - {len(content)}")

    async def file(self, request: web.Request) -> web.Response:
        """The app shows its token; the page, being trusted, follows the permalink instead."""
        file_id, private = request.match_info["file"], "user" not in request.match_info
        file, content = self._practice.files.find(file_id), self._practice.files.content(file_id)
        if private and request.headers.get("Authorization") != f"Bearer {BOT_TOKEN}":
            raise web.HTTPForbidden
        if file is None or content is None:
            raise web.HTTPNotFound
        if request.match_info["path"].endswith(".vtt") and is_transcribed(file):
            return web.Response(body=vtt_of(file), content_type="text/vtt", headers=HARMLESS)
        return web.Response(body=content, content_type=file["mimetype"], headers=HARMLESS)

    async def clock(self, _request: web.Request) -> web.Response:
        return web.json_response({"now": self._practice.clock.now().isoformat()})

    async def mark_clock(self, request: web.Request) -> web.Response:
        """An app says what it waits for, which no real Slack could be told."""
        try:
            body = json.loads(await request.text())
            moment = datetime.fromisoformat(body["at"])
            self._practice.clock.mark(str(body["name"])[:LONGEST_MARK], moment.astimezone(UTC))
        except (ValueError, KeyError, TypeError):
            return web.Response(status=400, text="invalid_mark")
        return web.json_response({"ok": True})

    async def front(self, _request: web.Request) -> web.StreamResponse:
        return _page_file("index.html")

    async def static(self, request: web.Request) -> web.StreamResponse:
        return _page_file(request.match_info["path"])


async def _bytes_of(request: web.Request) -> bytes:
    if request.content_type != "multipart/form-data":
        return await request.read()
    fields = [each for each in (await request.post()).values() if isinstance(each, web.FileField)]
    return fields[0].file.read() if fields else b""


def _page_file(name: str) -> web.StreamResponse:
    path = (PAGE / name).resolve()
    if not path.is_relative_to(PAGE) or not path.is_file():
        raise web.HTTPNotFound
    return web.FileResponse(path, headers={"Cache-Control": "no-cache"})
