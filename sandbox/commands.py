"""A person types a slash command: the app has three seconds to answer."""

from sandbox import respond
from sandbox.channels import Channel
from sandbox.delivery import Parcel, Undelivered
from sandbox.identity import APP_ID, TEAM_ID, VERIFICATION_TOKEN
from sandbox.payloads import response_url
from sandbox.people import Person
from sandbox.practice import Practice
from sandbox.response_urls import Reply
from sandbox.trouble import tell_trouble
from sandbox.typed import as_command_text
from sandbox.wire import Json, Refused

_WHY = {
    "timeout": "{command} failed because the app did not respond.",
    "http_timeout": "{command} failed because the app did not respond.",
    "connection_failed": "{command} failed because the app is not connected.",
}


async def type_command(practice: Practice, person: Person, channel: Channel, command: str, text: str) -> Json:
    known = practice.manifest.commands.get(command)
    if known is None:
        return tell_trouble(practice, person.id, f"{command} is not a valid command.")
    words = as_command_text(practice, person.id, text) if known.should_escape else text
    payload = _payload(practice, person, channel, command, words)
    try:
        answer = await practice.delivery.ask(Parcel("slash_commands", payload, wants_answer=True))
        if any(answer.get(part) for part in ("text", "blocks", "attachments")):
            respond.answer(practice, Reply(person.id, channel.id, practice.clock.time()), answer)
    except Undelivered as undelivered:
        why = _WHY.get(undelivered.reason, '{command} failed with the error "dispatch_failed".')
        return tell_trouble(practice, person.id, why.format(command=command))
    except Refused as refused:
        return tell_trouble(practice, person.id, f'{command} failed with the error "{refused.error}".')
    return {"ok": True}


def _payload(practice: Practice, person: Person, channel: Channel, command: str, text: str) -> Json:
    return {
        "token": VERIFICATION_TOKEN,
        "team_id": TEAM_ID,
        "team_domain": practice.workspace.domain,
        "channel_id": channel.id,
        "channel_name": channel.name_in_payloads,
        "user_id": person.id,
        "user_name": person.name,
        "command": command,
        "text": text,
        "api_app_id": APP_ID,
        "is_enterprise_install": "false",
        "response_url": response_url(practice, person, channel),
        "trigger_id": practice.triggers.new(person.id),
    }
