"""Thirty-two connections sending signed slash commands as fast as they are answered."""

import asyncio
import hashlib
import hmac
import time
from collections.abc import Callable, Iterator
from urllib.parse import urlencode

from benchmarks.figures import Figure


def run_load(
    port: int, secret: str, form_of: Callable[[int], dict[str, str]], connections: int, requests: int
) -> tuple[Figure, float]:
    """Returns each answer's milliseconds, and answers per second overall. Raises where an answer is not 200."""
    return asyncio.run(_run(port, secret, form_of, connections, requests))


async def _run(
    port: int, secret: str, form_of: Callable[[int], dict[str, str]], connections: int, requests: int
) -> tuple[Figure, float]:
    numbers = iter(range(requests))
    durations: list[float] = []
    begun = time.perf_counter()
    await asyncio.gather(*(_one(port, secret, form_of, numbers, durations) for _ in range(connections)))
    seconds = time.perf_counter() - begun
    return Figure(f"{connections} connections", sorted(durations)), requests / seconds


async def _one(
    port: int, secret: str, form_of: Callable[[int], dict[str, str]], numbers: Iterator[int], durations: list[float]
) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    for number in numbers:
        begun = time.perf_counter()
        writer.write(signed(secret, form_of(number)))
        head = await reader.readuntil(b"\r\n\r\n")
        await reader.readexactly(_length(head))
        durations.append((time.perf_counter() - begun) * 1000)
        if not head.startswith(b"HTTP/1.1 200"):
            raise RuntimeError(head.decode(errors="replace"))
    writer.close()


def signed(secret: str, form: dict[str, str]) -> bytes:
    """One request as Slack sends it, signed now."""
    body = urlencode(form)
    stamp = str(int(time.time()))
    digest = hmac.new(secret.encode(), f"v0:{stamp}:{body}".encode(), hashlib.sha256).hexdigest()
    lines = [
        "POST /slack/events HTTP/1.1",
        "Host: 127.0.0.1",
        "Content-Type: application/x-www-form-urlencoded",
        f"Content-Length: {len(body)}",
        f"X-Slack-Request-Timestamp: {stamp}",
        f"X-Slack-Signature: v0={digest}",
    ]
    return ("\r\n".join(lines) + "\r\n\r\n" + body).encode()


def _length(head: bytes) -> int:
    for line in head.lower().split(b"\r\n"):
        if line.startswith(b"content-length:"):
            return int(line.partition(b":")[2])
    return 0
