"""What no real Slack lets one do: move the clock, break calls and lines, deliver twice."""

from datetime import datetime

from sandbox.faults import Fault
from sandbox.page_api.asking import Ask
from sandbox.wire import Json, Refused


async def move_clock(ask: Ask) -> Json:
    clock = ask.practice.clock
    try:
        if ask.text("to"):
            now = clock.forward_to(datetime.fromisoformat(ask.text("to")))
        else:
            now = clock.forward(float(ask.body.get("forward_seconds") or 0))
    except ValueError as wrong:
        raise Refused("only_forward", why=str(wrong)) from None
    ask.practice.pages.push({"type": "clock", "now": now.isoformat()}, None)
    return {"ok": True, "now": now.isoformat()}


async def add_fault(ask: Ask) -> Json:
    fault = Fault(
        method=ask.text("method") or "*",
        kind=ask.text("kind"),
        times=int(ask.body.get("times") or 1),
        error=ask.text("error") or "fatal_error",
        retry_after=int(ask.body.get("retry_after") or 1),
    )
    try:
        ask.practice.faults.add(fault)
    except ValueError as wrong:
        raise Refused("invalid_arguments", why=str(wrong)) from None
    return {"ok": True}


async def clear_faults(ask: Ask) -> Json:
    ask.practice.faults.clear()
    return {"ok": True}


async def trouble_sockets(ask: Ask) -> Json:
    try:
        ask.practice.sockets.trouble(ask.text("kind"))
    except ValueError as wrong:
        raise Refused("invalid_arguments", why=str(wrong)) from None
    return {"ok": True}


async def redeliver(ask: Ask) -> Json:
    return {"ok": True, "count": ask.practice.delivery.redeliver(int(ask.body.get("count") or 1))}


async def settle(ask: Ask) -> Json:
    """Answers once the app has acknowledged every event that is on its way."""
    await ask.practice.delivery.settle()
    return {"ok": True}
