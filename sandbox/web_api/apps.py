"""The app's own door: apps.connections.open gives the address of a Socket Mode line."""

from sandbox.identity import APP_ID
from sandbox.practice import Practice
from sandbox.rates import TIER_3
from sandbox.web_api.arguments import Arguments
from sandbox.web_api.methods import method
from sandbox.wire import Json


@method("apps.connections.open", rate=TIER_3, for_app=True)
def connections_open(practice: Practice, _args: Arguments) -> Json:
    address = practice.url.replace("http://", "ws://", 1)
    return {"url": f"{address}link/?ticket={practice.sockets.new_ticket()}&app_id={APP_ID}"}
