"""How a visitor speaks to the page's addresses: plain HTTP, one open connection per thread."""

import http.client
import json
import threading
import uuid
from urllib.parse import urlencode, urlsplit

from sandbox.wire import Json

SECONDS = 30


class PageLine:
    """Asks and does things as one person."""

    def __init__(self, url: str, user_id: str) -> None:
        address = urlsplit(url)
        self._host, self._port = address.hostname or "127.0.0.1", address.port or 80
        self._user = user_id
        self._own = threading.local()
        self._opened: list[http.client.HTTPConnection] = []

    def look(self, name: str, /, **query: object) -> Json:
        words = urlencode({"as": self._user, **{key: value for key, value in query.items() if value is not None}})
        return self._speak("GET", f"/page/{name}?{words}", b"", {})

    def do(self, name: str, /, **body: object) -> Json:
        """The answer says under `came` what reached this person meanwhile."""
        given = {key: value for key, value in body.items() if value is not None}
        written = json.dumps({"as": self._user, "tell": True, **given}).encode()
        return self._speak("POST", f"/page/{name}", written, {"Content-Type": "application/json"})

    def upload(self, name: str, content: bytes, /, **fields: str) -> Json:
        boundary = uuid.uuid4().hex
        parts = [_field(boundary, key, value) for key, value in {"as": self._user, **fields}.items()]
        head = f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
        body = b"".join(parts) + head.encode() + content + f"\r\n--{boundary}--\r\n".encode()
        return self._speak("POST", "/page/upload", body, {"Content-Type": f"multipart/form-data; boundary={boundary}"})

    def close(self) -> None:
        """Hang up in every thread; the next question opens a connection anew."""
        for connection in self._opened:
            connection.close()

    def _speak(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> Json:
        try:
            return self._once(method, path, body, headers)
        except (http.client.RemoteDisconnected, ConnectionResetError, BrokenPipeError):
            self._connection().close()  # the server had hung up on an idle one
            return self._once(method, path, body, headers)

    def _once(self, method: str, path: str, body: bytes, headers: dict[str, str]) -> Json:
        connection = self._connection()
        connection.request(method, path, body or None, headers)
        answer = connection.getresponse().read()
        return dict(json.loads(answer))

    def _connection(self) -> http.client.HTTPConnection:
        connection: http.client.HTTPConnection | None = getattr(self._own, "connection", None)
        if connection is None:
            connection = http.client.HTTPConnection(self._host, self._port, timeout=SECONDS)
            self._own.connection = connection
            self._opened.append(connection)
        return connection


def _field(boundary: str, key: str, value: str) -> bytes:
    head = f'--{boundary}\r\nContent-Disposition: form-data; name="{key}"\r\n\r\n'
    return f"{head}{value}\r\n".encode()
