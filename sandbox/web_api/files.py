"""Files of the app: an address to upload to, the sharing afterwards, and reading about files."""

from sandbox import events, posting
from sandbox.channels import Channel
from sandbox.files import as_slack, shared_in
from sandbox.identity import BOT_USER_ID, TEAM_ID
from sandbox.practice import Practice
from sandbox.rates import TIER_3, TIER_4
from sandbox.web_api.arguments import Arguments
from sandbox.web_api.chat import find_place, refuse_where_silent, thread_of
from sandbox.web_api.methods import method
from sandbox.wire import Json, Refused, wrong_arguments


@method("files.getUploadURLExternal", scope="files:write", rate=TIER_4)
def get_upload_url(practice: Practice, args: Arguments) -> Json:
    length = args.number("length", 0)
    if length <= 0:
        raise wrong_arguments("must be a positive integer: length")
    created = int(practice.clock.time())
    file = practice.files.announce(args.needed("filename"), BOT_USER_ID, created, announced=length)
    if "alt_txt" in args:
        file["alt_txt"] = args.text("alt_txt")
        practice.files.keep(file)
    return {"upload_url": f"{practice.url}upload/{file['id']}", "file_id": file["id"]}


@method("files.completeUploadExternal", scope="files:write", rate=TIER_4)
def complete_upload(practice: Practice, args: Arguments) -> Json:
    """The files become one message in each channel named, or stay with the app."""
    done = [_uploaded(practice, each) for each in args.blocks("files") or []]
    if not done:
        raise wrong_arguments("missing required field: files")
    named = args.words("channels") or args.words("channel_id")
    places = [find_place(practice, each) for each in named]
    for place in places:
        refuse_where_silent(practice, place)
    for place in places:
        _share(practice, place, done, args)
    return {"files": [as_slack(each, practice.url) for each in done]}


def _uploaded(practice: Practice, written: Json) -> Json:
    file = practice.files.find(str(written.get("id")))
    if file is None or practice.files.content(file["id"]) is None:
        raise Refused("file_not_found")
    file["title"] = written.get("title") or file["name"]
    practice.files.keep(file)
    return file


def _share(practice: Practice, channel: Channel, shared: list[Json], args: Arguments) -> None:
    words: Json = {"text": args.text("initial_comment"), "upload": True, "subtype": "file_share"}
    words |= {"files": [as_slack(each, practice.url) for each in shared]}
    words |= thread_of(practice, channel, args)
    message = posting.post(practice, channel, posting.by_app(practice, words))
    for file in shared:
        shared_in(file, channel.id, channel.kind, {"ts": message["ts"], "team_id": TEAM_ID})
        practice.files.keep(file)
        event = {"type": "file_shared", "file_id": file["id"], "user_id": BOT_USER_ID}
        event |= {"file": {"id": file["id"]}, "channel_id": channel.id}
        events.tell_app(practice, "file_shared", event, channel)


@method("files.info", scope="files:read", rate=TIER_4)
def info(practice: Practice, args: Arguments) -> Json:
    return {"file": as_slack(_visible(practice, args), practice.url), "comments": []}


@method("files.delete", scope="files:write", rate=TIER_3)
def delete(practice: Practice, args: Arguments) -> Json:
    file = _visible(practice, args)
    if file["user"] != BOT_USER_ID:
        raise Refused("cant_delete_file")
    practice.files.remove(file["id"])
    return {}


def _visible(practice: Practice, args: Arguments) -> Json:
    """The app's own files, and those shared where it is."""
    file = practice.files.find(args.needed("file"))
    if file is None:
        raise Refused("file_not_found")
    places = [practice.workspace.channels.get(each) for each in file["channels"] + file["groups"] + file["ims"]]
    there = any(place is not None and place.has(BOT_USER_ID) for place in places)
    if file["user"] != BOT_USER_ID and not there:
        raise Refused("file_not_found")
    return file
