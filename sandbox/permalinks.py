"""Links to messages, as Slack writes and follows them."""

from urllib.parse import urlencode

from sandbox.wire import Json


def permalink(url: str, channel_id: str, message: Json) -> str:
    ts, thread_ts = message["ts"], message.get("thread_ts")
    link = f"{url}archives/{channel_id}/p{ts.replace('.', '')}"
    if thread_ts and thread_ts != ts:
        link += "?" + urlencode({"thread_ts": thread_ts, "cid": channel_id})
    return link


def place_on_page(channel_id: str, linked: str, thread_ts: str) -> str:
    """Where on the page a followed permalink leads."""
    digits = linked.removeprefix("p")
    place = {"channel": channel_id, "message": f"{digits[:-6]}.{digits[-6:]}"}
    return "/?" + urlencode(place | ({"thread": thread_ts} if thread_ts else {}))
