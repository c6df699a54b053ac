"""A person submits or closes a form, and the app says what comes next."""

from sandbox import forms
from sandbox.inputs import inputs_of, refusals, state_of
from sandbox.interactions import GONE, send
from sandbox.payloads import interaction, response_url
from sandbox.people import Person
from sandbox.practice import Practice
from sandbox.trouble import NO_CONNECTION, tell_trouble
from sandbox.web_api.checking import check_view
from sandbox.wire import Json, Refused


async def submit(practice: Practice, person: Person, view_id: str, values: Json) -> Json:
    found = practice.views.find(view_id)
    if found is None or found[0] != person.id:
        return {"ok": False, "error": GONE}
    view = found[1]
    view["state"] = state_of(view["blocks"], values)
    refused = refusals(view["blocks"], view["state"]["values"])
    if refused:
        return {"ok": False, "errors": refused}
    payload = interaction(practice, "view_submission", person)
    payload |= {"trigger_id": practice.triggers.new(person.id), "view": dict(view)}
    payload["response_urls"] = _response_urls(practice, person, view)
    sent = await send(practice, person, payload)
    if not sent["ok"]:
        return sent
    try:
        return _next(practice, person.id, view, sent["answer"])
    except Refused:
        return tell_trouble(practice, person.id, NO_CONNECTION)


def _response_urls(practice: Practice, person: Person, view: Json) -> list[Json]:
    """One for each channel chosen in a menu that asked for it."""
    found: list[Json] = []
    for block, element in inputs_of(view["blocks"]):
        held = view["state"]["values"][block["block_id"]][element["action_id"]]
        chosen = held.get("selected_conversation") or held.get("selected_channel")
        channel = practice.workspace.channels.get(chosen or "")
        if element.get("response_url_enabled") and channel is not None:
            place = {"block_id": block["block_id"], "action_id": element["action_id"]}
            url = response_url(practice, person, channel)
            found.append(place | {"channel_id": channel.id, "response_url": url})
    return found


def _next(practice: Practice, user: str, view: Json, answer: Json) -> Json:
    action = answer.get("response_action")
    if action == "errors":
        return _errors(practice, user, view, answer.get("errors") or {})
    if action in ("update", "push"):
        check_view(answer.get("view") or {})
    if action == "update":
        forms.renew_form(practice, user, view, answer["view"])
    elif action == "push":
        forms.push_form(practice, user, answer["view"])
    elif action == "clear":
        forms.close_all_forms(practice, user)
    else:
        forms.close_form(practice, user, view["id"])
    return {"ok": True}


def _errors(practice: Practice, user: str, view: Json, errors: Json) -> Json:
    """Each error must stand under an input of this form; Slack shows none that do not."""
    inputs = {block["block_id"] for block in view["blocks"] if block["type"] == "input"}
    if not errors or not set(errors) <= inputs:
        return tell_trouble(practice, user, NO_CONNECTION)
    return {"ok": False, "errors": errors}


async def close(practice: Practice, person: Person, view_id: str, *, everything: bool) -> Json:
    """The ones that asked for it are told; the app's answer changes nothing."""
    if everything:
        closed = forms.close_all_forms(practice, person.id)
    else:
        closed = forms.close_form(practice, person.id, view_id)
    for view in closed:
        if view.get("notify_on_close"):
            payload = interaction(practice, "view_closed", person)
            await send(practice, person, payload | {"view": view, "is_cleared": everything})
    return {"ok": True}
