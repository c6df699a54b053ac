"""What the workspace remembers over restarts, and over a kill -9 in the middle of work."""

import signal
import subprocess
import sys
from pathlib import Path

from slack_sdk import WebClient

from sandbox.identity import BOT_TOKEN
from sandbox.server import Sandbox
from sandbox.visitor import Visitor
from tests.sandbox.conftest import MANIFEST
from tests.sandbox.shapes import home, section


def fill(path: Path) -> dict[str, str]:
    """A first life of the workspace: everything that should be there in the second."""
    with Sandbox(MANIFEST, memory=path) as sandbox:
        ash = sandbox.add_person("ash", "Ash Underwood", tz="Europe/Berlin")
        team = sandbox.add_channel("bell-team", members=[ash])
        visitor = sandbox.visitor(ash)
        root = visitor.types("Who rings?", team).ts
        visitor.types("I do", team, thread=root)
        visitor.uploads("bells.csv", b"Alto,12", team)
        api = WebClient(token=BOT_TOKEN, base_url=sandbox.api_url)
        api.chat_postEphemeral(channel=team.id, user=ash.id, text="Psst")
        api.views_publish(user_id=ash.id, view=home(section("Welcome home")))
        gone = api.chat_postMessage(channel=team.id, text="Never mind")
        api.chat_delete(channel=team.id, ts=str(gone["ts"]))
        sandbox.forward(86_400)
        return {"ash": ash.id, "team": team.id, "root": root, "now": sandbox.now().isoformat()}


def test_a_second_life_finds_everything_of_the_first(tmp_path: Path) -> None:
    first = fill(tmp_path / "workspace.db")
    with Sandbox(MANIFEST, memory=tmp_path / "workspace.db") as sandbox:
        visitor = Visitor(sandbox.url, first["ash"])
        me = visitor.state()["me"]
        assert (me["real_name"], me["tz"]) == ("Ash Underwood", "Europe/Berlin")
        everything = visitor.everything()
        for words in ("Who rings?", "I do", "bells.csv", "Psst", "Welcome home"):
            assert words in everything
        assert "Never mind" not in everything
        assert [each["text"] for each in visitor.sees(first["team"], thread=first["root"])] == ["Who rings?", "I do"]
        assert sandbox.now().isoformat() > first["now"]
        assert visitor.types("Back again", first["team"]).ts > first["root"]
        assert sandbox.add_person("birch").id != first["ash"]
        visitor.close()


def test_without_a_path_nothing_is_kept(tmp_path: Path) -> None:
    with Sandbox(MANIFEST) as sandbox:
        sandbox.add_person("ash")
    with Sandbox(MANIFEST) as sandbox:
        assert [each.name for each in sandbox.practice.workspace.people.values()] == ["belltower"]
    assert list(tmp_path.iterdir()) == []


def test_what_was_answered_survives_a_kill(tmp_path: Path) -> None:
    first = fill(tmp_path / "workspace.db")
    words = [sys.executable, "-m", "sandbox", "--manifest", str(MANIFEST), "--port", "0"]
    server = subprocess.Popen([*words, "--memory", str(tmp_path / "workspace.db")], stdout=subprocess.PIPE, text=True)
    assert server.stdout is not None
    url = server.stdout.readline().split()[-1]
    visitor = Visitor(url, first["ash"])
    said = [visitor.types(f"Bell {number}", first["team"]).ts for number in range(20)]
    server.send_signal(signal.SIGKILL)
    server.wait()
    server.stdout.close()
    visitor.close()
    with Sandbox(MANIFEST, memory=tmp_path / "workspace.db") as sandbox:
        again = Visitor(sandbox.url, first["ash"])
        kept = [each["ts"] for each in again.sees(first["team"]) if each["text"].startswith("Bell ")]
        again.close()
    assert kept == said
