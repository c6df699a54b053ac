"""Secrets stand in the environment or `.env`, nowhere else (PRV-42)."""

from pathlib import Path

import pytest

from bot.settings import CannotStart
from bot.tokens import refuse_in_file, refuse_on_command_line

TOKENS = ["xoxb-123456-abcdef", "xapp-1-A0-123456-abcdef", "xoxp-123456-abcdef", "xoxe.xoxb-123456-abcdef"]


@pytest.mark.parametrize("token", TOKENS)
def test_prv_42_a_token_on_the_command_line_stops_the_start_and_is_not_repeated(token: str) -> None:
    with pytest.raises(CannotStart) as caught:
        refuse_on_command_line(["run", f"--anything={token}"])
    assert token not in str(caught.value)


@pytest.mark.parametrize("token", TOKENS)
def test_prv_42_a_token_in_a_file_the_bot_reads_stops_the_start(tmp_path: Path, token: str) -> None:
    file = tmp_path / "students.csv"
    file.write_bytes(b"\xff\xfe school_id,first_name\n" + token.encode() + b",Maya\n")
    with pytest.raises(CannotStart) as caught:
        refuse_in_file(file)
    assert token not in str(caught.value)
    assert str(file) in str(caught.value)


def test_ordinary_words_and_files_pass(tmp_path: Path) -> None:
    refuse_on_command_line(["import", "xoxo-hugs.csv", "--channel", "#xapps"])
    file = tmp_path / "students.csv"
    file.write_text("school_id,first_name\n1,Maya\n", encoding="utf-8")
    refuse_in_file(file)
