"""Bolt, answering even what Bolt itself stumbles over: a payload cut short, or made by somebody else."""

from typing import Any

from slack_bolt import App, BoltRequest, BoltResponse

from bot import apologies
from bot.listen import last_resort


class SteadyApp(App):
    def _init_context(self, req: BoltRequest) -> None:
        """As Bolt's own does, with one client for all: they have one token, and a client takes 60 microseconds."""
        req.context["logger"] = self.logger
        req.context["token"] = None  # Bolt's authorization sets it
        req.context["client"] = self.client
        req.context["listener_runner"] = self.listener_runner

    def dispatch(self, req: BoltRequest) -> BoltResponse:
        try:
            return super().dispatch(req)
        except Exception as error:
            return last_resort(apologies.apologize(error), req.body if isinstance(req.body, dict) else {})

    def hear(self, payload: dict[str, Any]) -> BoltResponse:
        """One payload from the line. Its answer is an empty acknowledgement where there is nothing to be made of it."""
        try:
            return self.dispatch(BoltRequest(mode="socket_mode", body=payload))
        except Exception as error:  # Bolt looks into a payload before anybody can catch what it finds there
            return last_resort(apologies.apologize(error), {})
