"""`roundtable doctor` finds what is wrong and says what to do about it."""

from datetime import timedelta
from pathlib import Path

import pytest

from bot.doctor import UNFIT, examine
from bot.only_one import only_one
from handlers.rules.channel_safety import Unfit
from storage import claims, outbox
from storage.outbox import Post
from tests.bot import verbs
from tests.bot.conftest import Desk
from tests.bot.processes import environment


@pytest.fixture
def asked(desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Desk:
    """The desk's settings stand in the environment."""
    folder = tmp_path / "elsewhere"
    folder.mkdir()
    monkeypatch.chdir(folder)
    for name, value in environment(desk.cast).items():
        monkeypatch.setenv(name, value)
    desk.cast.bot = desk.bot
    return desk


def findings(capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str], list[str]]:
    """The exit code, what is well, and what is to be mended."""
    code = examine()
    lines = capsys.readouterr().out.splitlines()
    well = [line[6:] for line in lines if line.startswith("ok")]
    return code, well, [line[6:] for line in lines if line.startswith("MEND")]


def test_all_is_well(asked: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    asked.cast.add_team(asked.channel, "hale")
    code, well, ill = findings(capsys)
    assert (code, ill) == (0, [])
    assert well[0] == "Slack knows the bot as @roundtable of Practice School."
    assert any("posts flow" in line for line in well)
    assert any("offers a Socket Mode connection" in line for line in well)


def test_missing_settings_end_the_examination(
    asked: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("SLACK_BOT_TOKEN")
    code, _, (ill,) = findings(capsys)
    assert code == 1
    assert "Missing settings" in ill


def test_a_token_slack_does_not_know_is_named(
    asked: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SLACK_BOT_TOKEN", "xoxb-somebody-elses")
    code, _, ill = findings(capsys)
    assert code == 1
    assert "SLACK_BOT_TOKEN (invalid_auth)" in ill[0]


def test_a_missing_scope_is_named(
    asked: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("bot.doctor.list_scopes", lambda: ["chat:write", "files:write"])
    _, _, ill = findings(capsys)
    assert ill[0].startswith("Scopes are missing: files:write.")


def test_an_app_token_that_opens_nothing_is_named(
    asked: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SLACK_APP_TOKEN", "xapp-somebody-elses")
    _, _, ill = findings(capsys)
    assert "SLACK_APP_TOKEN (invalid_auth)" in ill[0]


def test_a_database_that_is_not_there_yet_is_no_illness(
    asked: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", "sqlite:///roundtable.db")
    code, well, _ = findings(capsys)
    assert code == 0
    assert "the first start makes one" in well[-1]
    assert not Path("roundtable.db").exists()


def test_an_old_schema_is_to_be_migrated(
    asked: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("empty.db").touch()
    monkeypatch.setenv("DATABASE_URL", "sqlite:///empty.db")
    _, _, ill = findings(capsys)
    assert "roundtable migrate" in ill[0]


@pytest.mark.parametrize(("action", "said"), [("make_public", "its channel is public"), ("archive", "is archived")])
def test_a_channel_posts_may_not_go_to_says_why(
    asked: Desk, capsys: pytest.CaptureFixture[str], action: str, said: str
) -> None:
    asked.cast.add_team(asked.channel, "hale")
    asked.visitor().arranges(action, asked.channel)
    asked.sandbox.forward(61)
    _, _, ill = findings(capsys)
    assert said in ill[0]


@pytest.mark.usefixtures("database_path")
def test_it_says_whether_a_bot_runs_and_how_old_the_last_event_is(
    asked: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    with asked.bot.database.write() as session:
        claims.add_claim(session, "event:1", asked.bot.clock.now() - timedelta(minutes=7), "", {})
    with only_one(f"sqlite:///{asked.cast.database_path}"):
        _, well, _ = findings(capsys)
    assert "A bot is running on it." in well
    assert "Something from Slack last changed something 7 min ago. 0 messages wait to be sent." in well
    assert "No bot is running on it." in findings(capsys)[1]


def test_messages_given_up_lately_are_counted(asked: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    (post_id,) = asked.queue(verbs.post("C1"))
    with asked.bot.database.write() as session:
        outbox.drop(session, session.get_one(Post, post_id).id, "is_archived")
    assert "1 messages of the last day could not be delivered" in findings(capsys)[2][0]


def test_every_reason_has_its_sentence() -> None:
    assert set(UNFIT) == set(Unfit)
