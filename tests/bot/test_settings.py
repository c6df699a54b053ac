"""What the environment and `.env` say, read once, and every complaint a sentence."""

from pathlib import Path

import pytest

from bot.settings import CannotStart, gather, read_settings

SOCKET = {"SLACK_BOT_TOKEN": "xoxb-practice", "SLACK_APP_TOKEN": "xapp-practice"}


def test_everything_missing_is_named_at_once_with_where_to_get_it() -> None:
    with pytest.raises(CannotStart) as caught:
        read_settings({})
    assert "SLACK_BOT_TOKEN: api.slack.com/apps" in str(caught.value)
    assert "SLACK_APP_TOKEN: api.slack.com/apps" in str(caught.value)


def test_http_mode_wants_a_signing_secret_and_no_app_token() -> None:
    with pytest.raises(CannotStart, match="SLACK_SIGNING_SECRET"):
        read_settings(SOCKET, mode="http")
    made = read_settings({"SLACK_BOT_TOKEN": "xoxb-practice", "SLACK_SIGNING_SECRET": "s"}, mode="http")
    assert made.mode == "http"


def test_the_mode_may_stand_in_the_environment() -> None:
    values = {**SOCKET, "SLACK_SIGNING_SECRET": "s", "ROUNDTABLE_MODE": "http"}
    assert read_settings(values).mode == "http"


@pytest.mark.parametrize(
    ("name", "value"),
    [("ROUNDTABLE_MODE", "carrier pigeon"), ("PORT", "three"), ("PORT", "70000"), ("ROUNDTABLE_LOG", "loudly")],
)
def test_a_value_that_makes_no_sense_is_refused_by_name(name: str, value: str) -> None:
    with pytest.raises(CannotStart, match=name):
        read_settings({**SOCKET, name: value})


def test_the_practice_clock_is_for_a_practice_workspace_alone() -> None:
    values = {**SOCKET, "ROUNDTABLE_CLOCK_URL": "http://127.0.0.1:9/clock"}
    with pytest.raises(CannotStart, match="ROUNDTABLE_CLOCK_URL"):
        read_settings(values)
    assert read_settings({**values, "SLACK_API_URL": "http://127.0.0.1:9/api/"}).is_practice


def test_administrators_are_named_by_id_or_e_mail() -> None:
    made = read_settings({**SOCKET, "ROUNDTABLE_ADMINS": "U1, Dean@Juniper.example"})
    assert made.is_administrator("U1", "")
    assert made.is_administrator("U2", "dean@juniper.example")
    assert not made.is_administrator("U2", "")


def test_the_environment_goes_before_the_file_and_an_empty_value_is_none(tmp_path: Path) -> None:
    file = tmp_path / ".env"
    file.write_text("PORT=4000\nSLACK_API_URL=http://localhost:1/api/\nROUNDTABLE_LOG=ERROR\n", encoding="utf-8")
    found = gather({"PORT": "5000", "ROUNDTABLE_LOG": ""}, file)
    assert found == {"PORT": "5000", "SLACK_API_URL": "http://localhost:1/api/", "ROUNDTABLE_LOG": "ERROR"}


@pytest.mark.parametrize("name", ["SLACK_BOT_TOKEN", "SLACK_SIGNING_SECRET", "ROUNDTABLE_KEY"])
def test_prv_42_a_secret_file_others_may_read_stops_the_start(tmp_path: Path, name: str) -> None:
    file = tmp_path / ".env"
    file.write_text(f"{name}=secret\n", encoding="utf-8")
    file.chmod(0o640)
    with pytest.raises(CannotStart, match="chmod 600"):
        gather({}, file)
    file.chmod(0o600)
    assert gather({}, file) == {name: "secret"}


def test_settings_never_show_their_secrets() -> None:
    made = read_settings({**SOCKET, "SLACK_SIGNING_SECRET": "hush"})
    assert not any(secret in repr(made) for secret in ("xoxb", "xapp", "hush"))
