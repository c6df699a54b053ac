"""The command line: quick, and every trouble a sentence and an exit code."""

import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot import cli
from bot.settings import CannotStart

NAMES = ["run", "demo", "import", "manifest", "migrate", "doctor"]


def call(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *arguments: str) -> int:
    """The exit code of `roundtable` with these arguments, in an empty folder without any settings."""
    monkeypatch.chdir(tmp_path)
    for name in ("SLACK_BOT_TOKEN", "SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "DATABASE_URL", "ROUNDTABLE_MODE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "argv", ["roundtable", *arguments])
    with pytest.raises(SystemExit) as ended:
        cli.main()
    return int(ended.value.code or 0)


def test_help_names_every_command() -> None:
    said = CliRunner().invoke(cli.cli, ["--help"]).output
    assert [name for name in NAMES if name not in said] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_command_says_what_it_does(name: str) -> None:
    said = CliRunner().invoke(cli.cli, [name, "--help"])
    assert said.exit_code == 0
    assert "Usage" in said.output


def test_asking_for_help_wakes_no_library_up() -> None:
    look = (
        "import sys, bot.cli; print([name for name in ('slack_sdk', 'sqlalchemy', 'alembic') if name in sys.modules])"
    )
    ended = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "[]"


def test_missing_settings_are_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(monkeypatch, tmp_path, "run") == 1
    assert "SLACK_BOT_TOKEN: api.slack.com/apps" in capsys.readouterr().err


def test_prv_42_a_token_among_the_arguments_stops_everything(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(monkeypatch, tmp_path, "doctor", "xoxb-123456-abcdef") == 1
    said = capsys.readouterr().err
    assert "A Slack token stands on the command line" in said
    assert "xoxb-123456" not in said


def test_prv_42_a_token_in_a_file_to_import_stops_the_import(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "students.csv"
    file.write_text("school_id\nxoxb-123456-abcdef\n", encoding="utf-8")
    assert call(monkeypatch, tmp_path, "import", str(file)) == 1
    assert "holds a Slack token" in capsys.readouterr().err
    assert not (tmp_path / "roundtable.db").exists()


def test_migrate_makes_a_database_and_says_so(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(monkeypatch, tmp_path, "migrate") == 0
    assert "newest schema" in capsys.readouterr().out
    assert (tmp_path / "roundtable.db").stat().st_mode & 0o077 == 0


def test_manifest_prints_nothing_but_the_manifest(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call(monkeypatch, tmp_path, "manifest", "--http", "https://bot.juniper.example") == 0
    assert capsys.readouterr().out.startswith("_metadata:")


def test_prv_22_what_nobody_expected_is_named_by_type_and_place(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def breaks(_url: str = "") -> str:
        raise ValueError("Maya bit her pencil")

    monkeypatch.setattr("bot.manifest.read_manifest", breaks)
    assert call(monkeypatch, tmp_path, "manifest") == 70
    said = capsys.readouterr().err
    assert "ValueError at bot.test_cli:" in said
    assert "Maya" not in said


@pytest.mark.parametrize(("raised", "code"), [(CannotStart("No."), 1), (KeyboardInterrupt(), 130)])
def test_each_end_has_its_code(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, raised: BaseException, code: int
) -> None:
    def ends(*_: object, **__: object) -> None:
        raise raised

    monkeypatch.setattr("bot.manifest.read_manifest", ends)
    assert call(monkeypatch, tmp_path, "manifest") == code
