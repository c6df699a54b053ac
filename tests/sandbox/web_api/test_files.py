"""Files the app uploads in three steps, and files people drop."""

import urllib.error
import urllib.request

import pytest
from slack_sdk import WebClient

from sandbox.channels import Channel
from sandbox.identity import BOT_TOKEN
from sandbox.people import Person
from sandbox.server import Sandbox
from sandbox.visitor import Visitor
from tests.sandbox.plain_app import PlainApp
from tests.sandbox.web_api.refusing import refusal

BELLS = b"bell,weight\nAlto,12\n"


def download(url: str, token: str | None) -> bytes:
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    with urllib.request.urlopen(urllib.request.Request(url, headers=headers)) as answer:
        return bytes(answer.read())


def test_slacks_own_upload_ends_as_a_message_with_the_file(api: WebClient, at_ash: Visitor, team: Channel) -> None:
    api.files_upload_v2(channel=team.id, filename="bells.csv", content=BELLS, initial_comment="All of them")
    seen = at_ash.sees(team)[-1]
    assert seen["text"] == "All of them"
    assert (seen["files"][0]["name"], seen["files"][0]["size"]) == ("bells.csv", len(BELLS))
    assert seen["files"][0]["mimetype"] == "text/csv"


def test_a_file_may_go_into_a_thread(api: WebClient, at_ash: Visitor, team: Channel) -> None:
    root = at_ash.types("The list?", team).ts
    api.files_upload_v2(channel=team.id, thread_ts=root, filename="bells.csv", content=BELLS)
    assert at_ash.sees(team, thread=root)[-1]["files"][0]["name"] == "bells.csv"


def test_a_file_that_was_never_uploaded_cannot_be_completed(api: WebClient, team: Channel) -> None:
    announced = api.files_getUploadURLExternal(filename="bells.csv", length=3)
    files = [{"id": announced["file_id"]}]
    assert refusal(api.files_completeUploadExternal, files=files, channel_id=team.id) == "file_not_found"


def test_another_length_than_announced_is_not_taken(api: WebClient) -> None:
    url = str(api.files_getUploadURLExternal(filename="bells.csv", length=3)["upload_url"])
    with pytest.raises(urllib.error.HTTPError) as raised:
        urllib.request.urlopen(url, data=BELLS)
    raised.value.close()


def test_a_file_a_person_drops_is_told_and_read_with_the_token(app: PlainApp, api: WebClient, at_ash: Visitor) -> None:
    assert at_ash.uploads("bells.csv", BELLS)["ok"]
    message = app.waits_for("message")[0]
    assert (message["subtype"], message["channel_type"], message["user"]) == ("file_share", "im", at_ash.id)
    file_id = app.waits_for("file_shared")[0]["file_id"]
    file = api.files_info(file=file_id)["file"]
    assert download(file["url_private_download"], BOT_TOKEN) == BELLS
    with pytest.raises(urllib.error.HTTPError) as raised:
        download(file["url_private"], None)
    raised.value.close()


def test_a_dropped_page_is_shown_without_any_powers(sandbox: Sandbox, at_ash: Visitor) -> None:
    at_ash.uploads("bells.html", b"<script>ring()</script>")
    with urllib.request.urlopen(sandbox.url + at_ash.sees()[-1]["files"][0]["url"]) as answer:
        assert answer.headers["Content-Security-Policy"] == "sandbox"
        assert answer.read() == b"<script>ring()</script>"


def test_a_file_shared_where_the_app_is_not_does_not_exist_for_it(
    sandbox: Sandbox, api: WebClient, ash: Person, at_ash: Visitor
) -> None:
    attic = sandbox.add_channel("attic", members=[ash], with_app=False)
    file = at_ash.uploads("bells.csv", BELLS, attic)["file"]
    assert refusal(api.files_info, file=file["id"]) == "file_not_found"


def test_the_app_deletes_only_its_own_files(api: WebClient, at_ash: Visitor, team: Channel) -> None:
    theirs = at_ash.uploads("bells.csv", BELLS, team)["file"]["id"]
    own = api.files_upload_v2(filename="own.csv", content=BELLS)["file"]["id"]
    api.files_delete(file=own)
    assert refusal(api.files_info, file=own) == "file_not_found"
    assert refusal(api.files_delete, file=theirs) == "cant_delete_file"


SPOKEN = "She read the whole page & asked <why> twice. " * 8


def test_a_clip_carries_its_transcript_once_it_is_written(app: PlainApp, api: WebClient, at_ash: Visitor) -> None:
    at_ash.records(SPOKEN, later=True)
    (shared,) = app.waits_for("message")[0]["files"]
    assert (shared["subtype"], shared["transcription"]) == ("slack_audio", {"status": "processing"})
    assert SPOKEN not in str(shared)
    at_ash.transcribes(shared)
    file = api.files_info(file=shared["id"])["file"]
    assert (file["transcription"]["status"], file["transcription"]["preview"]["has_more"]) == ("complete", True)
    assert SPOKEN.startswith(file["transcription"]["preview"]["content"])
    subtitles = download(file["vtt"], BOT_TOKEN).decode()
    assert subtitles.startswith("WEBVTT\n")
    assert "page &amp; asked &lt;why&gt;" in subtitles


def test_only_a_clip_can_be_transcribed(at_ash: Visitor) -> None:
    dropped = at_ash.uploads("bells.csv", BELLS)["file"]
    assert at_ash.transcribes(dropped)["error"] == "file_not_found"
