"""Links to messages lead to the page."""

import urllib.request
from urllib.parse import parse_qs, urlsplit

from slack_sdk import WebClient

from sandbox.channels import Channel
from sandbox.visitor import Visitor


class Unfollowed(urllib.request.HTTPRedirectHandler):
    """Reads where a link leads, without going there."""

    def redirect_request(self, *_: object) -> None:
        return None


def leads_to(link: str) -> dict[str, list[str]]:
    opener = urllib.request.build_opener(Unfollowed)
    try:
        opener.open(link)
    except urllib.error.HTTPError as answer:
        answer.close()
        return parse_qs(urlsplit(answer.headers["Location"]).query)
    raise AssertionError("The link leads nowhere else.")


def test_a_link_leads_to_its_message(api: WebClient, at_ash: Visitor, team: Channel) -> None:
    ts = at_ash.types("Ding", team).ts
    link = str(api.chat_getPermalink(channel=team.id, message_ts=ts)["permalink"])
    assert link.endswith(f"/archives/{team.id}/p{ts.replace('.', '')}")
    assert leads_to(link) == {"channel": [team.id], "message": [ts]}


def test_a_link_to_a_reply_leads_into_its_thread(api: WebClient, at_ash: Visitor, team: Channel) -> None:
    root = at_ash.types("Ding?", team).ts
    reply = at_ash.types("Dong!", team, thread=root).ts
    link = str(api.chat_getPermalink(channel=team.id, message_ts=reply)["permalink"])
    assert leads_to(link) == {"channel": [team.id], "message": [reply], "thread": [root]}
