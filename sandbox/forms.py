"""Forms on a person's screen: opened, pushed, renewed, closed; and the person's Home."""

from sandbox.practice import Practice
from sandbox.wire import Json


def open_form(practice: Practice, user: str, written: Json) -> Json:
    view = practice.views.open(user, written)
    practice.pages.push({"type": "view_opened", "view": view}, [user])
    return view


def push_form(practice: Practice, user: str, written: Json) -> Json:
    view = practice.views.push(user, written)
    practice.pages.push({"type": "view_pushed", "view": view}, [user])
    return view


def renew_form(practice: Practice, user: str, view: Json, written: Json) -> Json:
    practice.views.renew(view, written)
    practice.pages.push({"type": "view_updated", "view": dict(view)}, [user])
    return view


def close_form(practice: Practice, user: str, view_id: str) -> list[Json]:
    return _told_closed(practice, user, practice.views.close(user, view_id))


def close_all_forms(practice: Practice, user: str) -> list[Json]:
    return _told_closed(practice, user, practice.views.clear(user))


def _told_closed(practice: Practice, user: str, closed: list[Json]) -> list[Json]:
    for view in closed:
        practice.pages.push({"type": "view_closed", "view": view}, [user])
    return closed


def show_home(practice: Practice, user: str, written: Json) -> Json:
    view = practice.views.new(written)
    before = practice.workspace.homes.get(user)
    if before is not None:
        view |= {"id": before["id"], "root_view_id": before["id"]}
    practice.workspace.keep_home(user, view)
    practice.pages.push({"type": "home", "view": view}, [user])
    return view
