"""The practice workspace's beginning and end."""

import gc
import socket
import threading
import warnings

from sandbox.server import HOST, Sandbox
from tests.sandbox.conftest import MANIFEST


def call_until_nobody_answers(port: int, is_called: threading.Event) -> None:
    lines = []
    try:
        while True:
            lines.append(socket.create_connection((HOST, port), timeout=5))
            is_called.set()
    except OSError:
        for line in lines:
            line.close()


def test_who_comes_while_it_closes_is_not_left_on_an_open_line() -> None:
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always", ResourceWarning)
        for _ in range(10):
            is_called = threading.Event()
            with Sandbox(MANIFEST) as sandbox:
                port = int(sandbox.url.rpartition(":")[2])
                caller = threading.Thread(target=call_until_nobody_answers, args=(port, is_called))
                caller.start()
                assert is_called.wait(5)
            caller.join(5)
            assert not caller.is_alive()
        gc.collect()
    assert [str(one.message) for one in said] == []
