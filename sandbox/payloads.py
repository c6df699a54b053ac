"""The parts that commands and interactions have in common on Slack's wire."""

from sandbox.channels import Channel
from sandbox.identity import APP_ID, TEAM_ID, VERIFICATION_TOKEN
from sandbox.people import Person
from sandbox.practice import Practice
from sandbox.wire import Json


def interaction(practice: Practice, kind: str, person: Person) -> Json:
    user = {"id": person.id, "username": person.name, "name": person.name, "team_id": person.team_id}
    return {
        "type": kind,
        "user": user,
        "api_app_id": APP_ID,
        "token": VERIFICATION_TOKEN,
        "team": {"id": TEAM_ID, "domain": practice.workspace.domain},
        "enterprise": None,
        "is_enterprise_install": False,
    }


def named_channel(channel: Channel) -> Json:
    return {"id": channel.id, "name": channel.name_in_payloads}


def response_url(practice: Practice, person: Person, channel: Channel, message: Json | None = None) -> str:
    """A new address for up to five answers; with a message, one that may replace it."""
    origin: Json = {}
    if message is not None:
        origin = {"message_ts": message["ts"], "is_ephemeral": bool(message.get("is_ephemeral"))}
    return f"{practice.url}response/{practice.response_urls.new(person.id, channel.id, **origin)}"
