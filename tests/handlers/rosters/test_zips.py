"""A zip is opened with care: its paths, its sizes, its junk."""

import io
import struct
import zipfile

import pytest

from handlers.rosters.oneroster import read_zip
from handlers.rosters.rows import FileRefused
from tests.handlers.rosters.files import export, read, refusal, user, zipped

FILES = export(user("u1", "Zadie", "Fernhollow"))


def refused(content: bytes) -> str:
    with pytest.raises(FileRefused) as refusing:
        read_zip(io.BytesIO(content))
    return refusing.value.sentence


def test_files_at_the_top_or_in_one_folder_are_read() -> None:
    for folder in ("", "Spring export/", "Spring export\\"):
        assert len(read({folder + name: content for name, content in FILES.items()}).students) == 1


def test_what_a_mac_or_windows_adds_is_passed_over() -> None:
    junk = {"__MACOSX/._manifest.csv": "x", "__MACOSX/x/manifest.csv": "x", "e/.DS_Store": "x", "e/._users.csv": "x"}
    assert len(read({f"e/{name}": content for name, content in FILES.items()} | junk).students) == 1


def test_names_in_capitals_are_found() -> None:
    assert len(read({name.upper(): content for name, content in FILES.items()}).students) == 1


def test_folders_within_folders_are_refused() -> None:
    assert "folders within folders" in refusal({f"a/b/{name}": content for name, content in FILES.items()})


@pytest.mark.parametrize("path", ["/etc/users.csv", "../users.csv", "a/../../users.csv", "C:\\users.csv", "..\\x"])
def test_a_path_that_leads_outside_is_refused(path: str) -> None:
    assert "outside its own folder" in refusal(FILES | {path: "x"})


def test_two_exports_in_one_zip_are_refused() -> None:
    twice = {f"{folder}/{name}": content for folder in "ab" for name, content in FILES.items()}
    assert "more than one export" in refusal(twice)


def test_two_files_of_one_name_are_refused() -> None:
    assert "same name" in refusal(FILES | {"Users.csv": "x"})


def test_a_zip_of_something_else_is_told_apart_from_an_export() -> None:
    assert "no manifest.csv" in refusal({"students.csv": "x"})
    assert "Excel workbook" in refusal({"[Content_Types].xml": "x", "xl/workbook.xml": "x"})


def test_a_file_that_unpacks_beyond_measure_is_refused_unopened() -> None:
    assert "far more than a roster" in refusal(FILES | {"users.csv": "x" * 20_000_000})


def test_files_without_end_are_refused() -> None:
    assert "files" in refusal(FILES | {f"{number}.csv": "" for number in range(1001)})


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_packing_that_cannot_be_bounded_is_refused(method: int) -> None:
    with pytest.raises(FileRefused, match="unusual way"):
        read_zip(zipped(FILES, method))


def test_a_zip_that_is_not_packed_is_read() -> None:
    assert len(read_zip(zipped(FILES, zipfile.ZIP_STORED)).students) == 1


def test_a_zip_with_a_password_is_refused() -> None:
    content = bytearray(zipped(FILES).getvalue())
    entry = content.index(b"PK\x01\x02")
    struct.pack_into("<H", content, entry + 8, 1)
    assert "password" in refused(bytes(content))


def test_every_cut_of_a_zip_is_refused() -> None:
    whole = zipped(FILES).getvalue()
    for length in range(0, len(whole) - 1, 7):
        assert "damaged or incomplete" in refused(whole[:length])


def test_a_file_that_unpacks_to_other_bytes_is_refused() -> None:
    whole = bytearray(zipped(FILES, zipfile.ZIP_STORED).getvalue())
    whole[whole.index(b"Zadie")] ^= 1
    assert "damaged" in refused(bytes(whole))
