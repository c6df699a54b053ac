"""PRV-20: an import reads by allow-list; what it must never read is found nowhere afterwards."""

from pathlib import Path

import pytest

from benchmarks.make_district import CANARY, write_district
from storage.database import Database
from tests.bot.import_steps import Import, add_school, importing
from tests.cast import Cast
from tests.privacy import canaries

FORBIDDEN = ("birth_date", "sex", "race", "ethnicity", "address", "phone", "ssn", "password", "birthplace")
HEAD = f"school_id,first_name,last_name,{','.join(FORBIDDEN)}"
LINE = f"4711,Orson,Quill,{','.join(CANARY for _ in FORBIDDEN)}"


@pytest.fixture
def run(database_url: str, tmp_path: Path) -> Import:
    return importing(database_url, tmp_path)


def test_prv_20_an_export_of_a_district_leaves_nothing_forbidden_behind(
    run: Import, database: Database, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    export = tmp_path / "district.zip"
    write_district(export, users=60)
    code, said = run(export, yes=True)
    held = canaries.all_columns(database)
    assert code == 0, said
    assert "Fern" in held or "Quill" in held or "Moss" in held  # its people were read
    assert CANARY not in f"{held}{said}{caplog.text}"


def test_prv_20_columns_of_our_own_list_that_are_not_ours_are_not_read(run: Import, database: Database) -> None:
    add_school(database)
    code, said = run(f"{HEAD}\n{LINE}\n")
    held = canaries.all_columns(database)
    assert code == 0, said
    assert "Orson" in held
    assert CANARY not in f"{held}{said}"


def test_prv_20_nor_are_they_from_a_file_dropped_into_slack(cast: Cast) -> None:
    cast.hale.uploads("class.csv", f"{HEAD}\n{LINE}\n".encode())
    cast.hale.presses("Add them", cast.hale.waits_for("This file would"))
    cast.hale.waits_for("Done:")
    assert "Orson" in canaries.all_columns(cast.bot.database)
    assert CANARY not in canaries.all_columns(cast.bot.database)
    assert CANARY not in cast.hale.everything()
