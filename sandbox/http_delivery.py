"""The app behind a request URL: signed HTTP requests, as Slack sends them without Socket Mode."""

import asyncio
import hashlib
import hmac
import json
import time
from urllib.parse import urlencode

import aiohttp

from sandbox.delivery import Parcel, Retry, Undelivered
from sandbox.wire import Json

_FORM = "application/x-www-form-urlencoded"


class HttpDelivery:
    connected = True
    has_begun = True

    def __init__(self, request_url: str, signing_secret: str, answer_within: float) -> None:
        self._url, self._secret = request_url, signing_secret
        self._answer_within = answer_within
        self._session: aiohttp.ClientSession | None = None

    def send(self, parcel: Parcel, retry: Retry) -> "asyncio.Future[Json]":
        return asyncio.ensure_future(self._post(parcel, retry))

    async def _post(self, parcel: Parcel, retry: Retry) -> Json:
        content_type, body = _written(parcel)
        headers = {"Content-Type": content_type, **signed(self._secret, body), **_retry_headers(retry)}
        timeout = aiohttp.ClientTimeout(total=self._answer_within)
        try:
            post = self._open_session().post(self._url, data=body, headers=headers, timeout=timeout)
            async with post as response:
                if response.status != 200:
                    raise Undelivered("http_error")
                return _read(await response.text())
        except TimeoutError:
            raise Undelivered("http_timeout") from None
        except aiohttp.ClientError:
            raise Undelivered("connection_failed") from None

    def _open_session(self) -> aiohttp.ClientSession:
        if self._session is None:
            self._session = aiohttp.ClientSession()
        return self._session

    async def close(self) -> None:
        if self._session is not None:
            await self._session.close()


def signed(secret: str, body: bytes, at: float | None = None) -> dict[str, str]:
    """The two headers by which the app knows that Slack is speaking; real time, never the practice clock's."""
    timestamp = str(int(time.time() if at is None else at))
    basis = b"v0:" + timestamp.encode() + b":" + body
    digest = hmac.new(secret.encode(), basis, hashlib.sha256).hexdigest()
    return {"X-Slack-Request-Timestamp": timestamp, "X-Slack-Signature": f"v0={digest}"}


def _retry_headers(retry: Retry) -> dict[str, str]:
    if retry.attempt == 0:
        return {}
    reason = "http_timeout" if retry.reason == "timeout" else retry.reason
    return {"X-Slack-Retry-Num": str(retry.attempt), "X-Slack-Retry-Reason": reason}


def _written(parcel: Parcel) -> tuple[str, bytes]:
    if parcel.kind == "events_api":
        return "application/json", json.dumps(parcel.payload).encode()
    if parcel.kind == "slash_commands":
        return _FORM, urlencode(parcel.payload).encode()
    return _FORM, urlencode({"payload": json.dumps(parcel.payload)}).encode()


def _read(answer: str) -> Json:
    """An answer may be JSON, plain words (then they are the text), or nothing."""
    if not answer.strip():
        return {}
    try:
        read = json.loads(answer)
    except ValueError:
        return {"text": answer}
    return read if isinstance(read, dict) else {"text": answer}
