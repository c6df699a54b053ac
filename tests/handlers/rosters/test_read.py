"""Whichever file is sent is told apart by its first bytes, not by its name."""

import io

import pytest

from handlers.rosters.csv_files import LARGEST_CSV
from handlers.rosters.read import read_file
from handlers.rosters.rows import FileRefused, Known
from tests.handlers.rosters.files import STUDENT_HEAD, export, manifest, user, zipped


def test_a_csv_and_a_zip_are_told_apart() -> None:
    plain = io.BytesIO(f"{STUDENT_HEAD}\n1001,Zadie,Fernhollow,,,,,,\n".encode())
    assert [row.school_id for row in read_file(plain).students] == ["1001"]
    assert [row.school_id for row in read_file(zipped(export(user("u1", "Zadie", "Fernhollow")))).students] == ["u1"]


def test_what_is_known_reaches_the_export() -> None:
    files = export(user("u1", "Zadie", "Fernhollow"), manifest=manifest(users="delta"))
    assert read_file(zipped(files), Known(schools={"s1": "Our Fernhollow"})).students[0].school == "Our Fernhollow"


def test_a_csv_beyond_the_limit_is_not_read_to_its_end() -> None:
    endless = io.BytesIO(b" " * (LARGEST_CSV * 2))
    with pytest.raises(FileRefused, match="larger"):
        read_file(endless)
    assert endless.tell() == LARGEST_CSV + 1
