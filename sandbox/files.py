"""Files people and the app share: announced, uploaded, completed, downloaded."""

import mimetypes
import secrets
from collections.abc import Mapping

from sandbox.clips import is_transcribed
from sandbox.memory import Memory
from sandbox.wire import Json


class Files:
    def __init__(self, memory: Memory) -> None:
        self._memory = memory
        self._files: dict[str, Json] = dict(memory.recall_all("file"))
        self._contents: dict[str, bytes] = {}

    def announce(self, name: str, user: str, created: int, **more: object) -> Json:
        """A file Slack gave an id to, whose contents are still to come."""
        file_id = "F" + secrets.token_hex(5).upper()
        mimetype = mimetypes.guess_type(name)[0] or "application/octet-stream"
        filetype = name.rpartition(".")[2].lower() if "." in name else "binary"
        file: Json = {"id": file_id, "created": created, "timestamp": created, "name": name, "title": name}
        file |= {"mimetype": mimetype, "filetype": filetype, "pretty_type": filetype.upper(), "user": user}
        file |= {"editable": False, "size": 0, "mode": "hosted", "is_external": False, "is_public": False}
        file |= {"channels": [], "groups": [], "ims": [], **more}
        self.keep(file)
        return file

    def keep(self, file: Json) -> None:
        self._files[file["id"]] = file
        self._memory.keep("file", file["id"], file)

    def fill(self, file: Json, content: bytes) -> None:
        self._contents[file["id"]] = content
        self._memory.keep_content(file["id"], content)
        file["size"] = len(content)
        self.keep(file)

    def find(self, file_id: str) -> Json | None:
        return self._files.get(file_id)

    def content(self, file_id: str) -> bytes | None:
        """None until the contents were uploaded."""
        return self._contents.get(file_id) or self._memory.recall_content(file_id)

    def remove(self, file_id: str) -> None:
        self._files.pop(file_id, None)
        self._contents.pop(file_id, None)
        self._memory.forget("file", file_id)


def as_slack(file: Json, url: str) -> Json:
    """With the addresses of this run; a private one needs the app's token."""
    private = f"{url}files-pri/{file['id']}/{file['name']}"
    seen = {key: value for key, value in file.items() if key != "spoken"}
    subtitles = {"vtt": f"{url}files-pri/{file['id']}/file.vtt"} if is_transcribed(file) else {}
    return (
        seen
        | subtitles
        | {
            "url_private": private,
            "url_private_download": f"{url}files-pri/{file['id']}/download/{file['name']}",
            "permalink": f"{url}files/{file['user']}/{file['id']}/{file['name']}",
            "public_url_shared": False,
            "display_as_bot": False,
            "username": "",
            "has_rich_preview": False,
        }
    )


def shared_in(file: Json, channel_id: str, kind: str, share: Mapping[str, object]) -> None:
    """Note on the file where it was shared: the channel, and the message that shows it."""
    family = {"public": "channels", "private": "groups", "im": "ims"}[kind]
    if channel_id not in file[family]:
        file[family].append(channel_id)
    visibility = "public" if kind == "public" else "private"
    file.setdefault("shares", {}).setdefault(visibility, {}).setdefault(channel_id, []).append(dict(share))
