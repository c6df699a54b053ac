"""What came back at once from something a person did."""

from dataclasses import dataclass, field

from sandbox.visible import visible_text
from sandbox.wire import Json

_VIEWS = ("view_opened", "view_updated", "view_pushed")


@dataclass(frozen=True)
class Came:
    ok: bool
    error: str = ""
    errors: dict[str, str] = field(default_factory=dict)  # by block_id, under a form's inputs
    took_ms: float = 0.0
    ts: str = ""
    pushes: list[Json] = field(default_factory=list)

    @property
    def ephemerals(self) -> list[Json]:
        """New messages only this person sees, and old ones that changed."""
        return [each["message"] for each in self.pushes if each["type"] in ("ephemeral", "ephemeral_replaced")]

    @property
    def messages(self) -> list[Json]:
        return [each["message"] for each in self.pushes if each["type"] == "message"]

    @property
    def view(self) -> Json | None:
        """The form now on top, if one was opened, pushed or changed."""
        return next((each["view"] for each in reversed(self.pushes) if each["type"] in _VIEWS), None)

    @property
    def text(self) -> str:
        """Every word of it."""
        shown = [*self.ephemerals, *([self.view] if self.view else [])]
        return "\n".join([*(visible_text(each) for each in shown), *self.errors.values(), self.error]).strip()


def came_of(answer: Json) -> Came:
    return Came(
        ok=bool(answer.get("ok")),
        error=str(answer.get("error") or ""),
        errors=answer.get("errors") or {},
        took_ms=float(answer.get("took_ms") or 0.0),
        ts=str(answer.get("ts") or ""),
        pushes=answer.get("came") or [],
    )
