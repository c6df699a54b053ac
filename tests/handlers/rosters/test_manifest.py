"""manifest.csv decides which OneRoster this is, and whether being missing means having left."""

import pytest

from tests.handlers.rosters.files import (
    ORGS,
    export,
    manifest,
    newer_export,
    newer_user,
    read,
    refusal,
    user,
)

ZADIE = user("u1", "Zadie", "Fernhollow")


@pytest.mark.parametrize(("kind", "whole"), [("bulk", True), ("delta", False), ("BULK", True)])
def test_only_a_bulk_file_lists_everybody(kind: str, whole: bool) -> None:
    roster = read(export(ZADIE, manifest=manifest(orgs="bulk", users=kind)))
    assert roster.whole is whole
    assert len(roster.students) == 1


def test_a_file_of_unsaid_kind_is_read_as_changes() -> None:
    roster = read(export(ZADIE, manifest=manifest(orgs="bulk")))
    assert not roster.whole
    assert any("does not say whether users.csv lists everybody" in warning for warning in roster.warnings)


@pytest.mark.parametrize("version", ["1.0", "2.0", "latest"])
def test_another_version_is_refused(version: str) -> None:
    assert "another OneRoster version" in refusal(export(ZADIE, manifest=manifest(version, users="bulk")))


@pytest.mark.parametrize("version", ["v1.1", "1.1.0"])
def test_a_version_may_be_written_longer(version: str) -> None:
    assert len(read(export(ZADIE, manifest=manifest(version, users="bulk", orgs="bulk"))).students) == 1


def test_an_unsaid_version_is_told_by_the_files() -> None:
    said = "propertyName,value\nfile.users,bulk\nfile.orgs,bulk\nfile.roles,bulk\n"
    older = read(export(ZADIE, manifest=said))
    newer = read(
        newer_export(newer_user("u1", "Zadie", "Fernhollow"), roles="r1,,,u1,primary,student,,,s1,\n")
        | {"manifest.csv": said}
    )
    assert any("read as 1.1" in warning for warning in older.warnings)
    assert any("read as 1.2" in warning for warning in newer.warnings)
    assert [row.school for row in (*older.students, *newer.students)] == ["Fernhollow School", "Fernhollow School"]


def test_an_export_without_users_is_refused() -> None:
    assert "no users.csv" in refusal({"manifest.csv": manifest(users="absent"), "orgs.csv": ORGS})
    assert "no users.csv" in refusal({"manifest.csv": manifest(users="bulk", orgs="bulk"), "orgs.csv": ORGS})


def test_users_said_to_be_absent_are_not_opened() -> None:
    assert "no users.csv" in refusal(export(ZADIE, manifest=manifest(users="absent", orgs="bulk")))


def test_everybody_without_schools_is_refused() -> None:
    files = export(ZADIE, manifest=manifest(users="bulk", orgs="absent"))
    assert "no orgs.csv" in refusal(files)


def test_everybody_without_roles_is_refused() -> None:
    files = newer_export(newer_user("u1", "Zadie", "Fernhollow"), roles="")
    del files["roles.csv"]
    assert "no roles.csv" in refusal(files)


def test_a_promised_file_that_is_not_there_is_said() -> None:
    roster = read(export(ZADIE, manifest=manifest(users="bulk", orgs="bulk", enrollments="bulk")))
    assert roster.warnings == ("manifest.csv promises enrollments.csv, and the zip does not hold it.",)
