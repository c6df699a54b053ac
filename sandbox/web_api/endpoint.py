"""Where calls come in: token, scope, faults and rate first, then the method itself."""

import asyncio

from aiohttp import web

from sandbox.faults import Fault
from sandbox.identity import APP_TOKEN, BOT_TOKEN
from sandbox.practice import Practice
from sandbox.web_api.arguments import Arguments, read_call
from sandbox.web_api.methods import METHODS, Method
from sandbox.wire import Json, Refused

LONGEST_SILENCE = 120.0


async def answer_call(practice: Practice, request: web.Request) -> web.StreamResponse:
    name = request.match_info["method"]
    fault = practice.faults.next_for(name)
    if fault is not None and fault.kind != "lost_answer":
        return await _meet(fault, request)
    try:
        answer = _answer(practice, name, await read_call(request), _bearer(request))
    except Refused as refused:
        answer = refused.as_answer()
    if fault is not None:
        return _hang_up(request)
    return _response(answer, ",".join(practice.manifest.scopes))


def _answer(practice: Practice, name: str, given: Json, bearer: str) -> Json:
    method = METHODS.get(name)
    if method is None:
        raise Refused("unknown_method", req_method=name)
    token = bearer or str(given.pop("token", ""))
    _check_token(method, token)
    if method.scope is not None:
        need_scope(practice, method.scope)
    _check_pace(practice, method, given)
    return {"ok": True, **method.answer(practice, Arguments(given))}


def _check_token(method: Method, token: str) -> None:
    if not token:
        raise Refused("not_authed")
    if token not in (BOT_TOKEN, APP_TOKEN):
        raise Refused("invalid_auth")
    if (token == APP_TOKEN) != method.is_for_app_token:
        raise Refused("not_allowed_token_type")


def need_scope(practice: Practice, *one_of: str) -> None:
    """Refuse, as Slack does, what the manifest did not ask for."""
    if not any(scope in practice.manifest.scopes for scope in one_of):
        provided = ",".join(practice.manifest.scopes)
        raise Refused("missing_scope", needed=",".join(one_of), provided=provided)


def _check_pace(practice: Practice, method: Method, given: Json) -> None:
    bucket = method.name
    if method.rate_per is not None:
        bucket += f":{given.get(method.rate_per, '')}"
    wait = practice.pace.wait_before(bucket, method.rate)
    if wait:
        raise Refused("ratelimited", retry_after=wait)


def _bearer(request: web.Request) -> str:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


def _response(answer: Json, scopes: str) -> web.Response:
    if answer.get("error") == "ratelimited":
        return _too_many(answer["retry_after"])
    return web.json_response(answer, headers={"X-OAuth-Scopes": scopes})


def _too_many(seconds: int) -> web.Response:
    answer = {"ok": False, "error": "ratelimited"}
    return web.json_response(answer, status=429, headers={"Retry-After": str(seconds)})


async def _meet(fault: Fault, request: web.Request) -> web.StreamResponse:
    if fault.kind == "429":
        return _too_many(fault.retry_after)
    if fault.kind == "500":
        return web.Response(status=500, text="Internal Server Error")
    if fault.kind == "error":
        return web.json_response({"ok": False, "error": fault.error})
    await asyncio.sleep(LONGEST_SILENCE)
    return _hang_up(request)


def _hang_up(request: web.Request) -> web.Response:
    """The work may be done, but the app never hears of it."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
