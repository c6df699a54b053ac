"""Forms and Home: views.open, push, update, publish."""

from sandbox import forms
from sandbox.practice import Practice
from sandbox.rates import TIER_4
from sandbox.web_api.arguments import Arguments
from sandbox.web_api.checking import check_view
from sandbox.web_api.methods import method
from sandbox.wire import Json, Refused, wrong_arguments


@method("views.open", rate=TIER_4)
def open_(practice: Practice, args: Arguments) -> Json:
    view = _modal(args)
    return {"view": forms.open_form(practice, _holder(practice, args), view)}


@method("views.push", rate=TIER_4)
def push(practice: Practice, args: Arguments) -> Json:
    view = _modal(args)
    return {"view": forms.push_form(practice, _holder(practice, args), view)}


@method("views.update", rate=TIER_4)
def update(practice: Practice, args: Arguments) -> Json:
    written = args.object("view")
    check_view(written)
    by_id = "view_id" in args
    views = practice.views
    found = views.find(args.text("view_id")) if by_id else views.find_external(args.needed("external_id"))
    if found is None:
        raise Refused("not_found")
    user, view = found
    _refuse_conflict(args, view)
    return {"view": forms.renew_form(practice, user, view, written)}


@method("views.publish", rate=TIER_4)
def publish(practice: Practice, args: Arguments) -> Json:
    user, written = args.needed("user_id"), args.object("view")
    if user not in practice.workspace.people:
        raise Refused("user_not_found")
    if not practice.manifest.has_home:
        raise Refused("not_enabled")
    if written.get("type") != "home":
        raise wrong_arguments("view must be of type home")
    check_view(written)
    shown = practice.workspace.homes.get(user)
    if shown is not None:
        _refuse_conflict(args, shown)
    return {"view": forms.show_home(practice, user, written)}


def _modal(args: Arguments) -> Json:
    view = args.object("view")
    if view.get("type") != "modal":
        raise wrong_arguments("view must be of type modal")
    check_view(view)
    return view


def _holder(practice: Practice, args: Arguments) -> str:
    return practice.triggers.use(args.text("trigger_id") or args.needed("interactivity_pointer"))


def _refuse_conflict(args: Arguments, view: Json) -> None:
    if "hash" in args and args.text("hash") != view["hash"]:
        raise Refused("hash_conflict")
