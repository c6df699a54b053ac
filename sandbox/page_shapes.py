"""How the page is told about channels and messages: one shape for people's and the app's."""

from sandbox.channels import Channel
from sandbox.visible import visible_text
from sandbox.wire import Json
from sandbox.workspace import Workspace

_COPIED = (
    *("ts", "thread_ts", "text", "attachments", "edited", "reactions", "subtype"),
    *("reply_count", "reply_users", "latest_reply"),
)


def page_message(workspace: Workspace, channel_id: str, message: Json) -> Json:
    facts = workspace.timeline(channel_id).thread_facts(message)
    whole = message | facts
    shown = {key: whole[key] for key in _COPIED if whole.get(key) not in (None, [])}
    shown |= {"text": message.get("text", ""), "channel": channel_id, **_author(workspace, message)}
    if message.get("is_ephemeral"):
        shown["ephemeral"] = True
    if message.get("subtype") == "tombstone":
        shown["deleted"] = True
    if message.get("files"):
        shown["files"] = [_file(each) for each in message["files"]]
    if "bot_id" in message and message.get("blocks"):
        shown["blocks"] = message["blocks"]
    return shown


def _author(workspace: Workspace, message: Json) -> Json:
    if "bot_id" not in message:
        return {"user": message["user"]}
    name = message.get("username") or workspace.bot.real_name
    return {"bot": {"name": name, "icon": message.get("icons", {}).get("emoji", "")}}


def _file(file: Json) -> Json:
    shown = {key: file[key] for key in ("id", "name", "mimetype", "size")}
    return shown | {"url": f"/files/{file['user']}/{file['id']}/{file['name']}"}


def page_channel(workspace: Workspace, channel: Channel, reader: str) -> Json:
    shown: Json = {
        "id": channel.id,
        "name": channel.name,
        "kind": channel.kind,
        "is_archived": channel.is_archived,
        "is_shared": channel.is_ext_shared or channel.is_pending_ext_shared or channel.is_org_shared,
        "topic": channel.topic,
        "member_ids": channel.member_ids,
        "unread": _unread(workspace, channel, reader),
    }
    return shown | {"with": channel.other_than(reader)} if channel.is_im else shown


def _unread(workspace: Workspace, channel: Channel, reader: str) -> int:
    read_up_to, count = channel.read_up_to.get(reader, ""), 0
    for message in workspace.timeline(channel.id).top():
        if message["ts"] <= read_up_to or count >= 100:
            break
        count += message["user"] != reader
    return count


def preview_of(message: Json) -> str:
    """A phone shows the message's text; without one Slack makes one up from the blocks."""
    return str(message.get("text") or visible_text(message))
