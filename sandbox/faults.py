"""Slack on a bad day, on demand: the next calls of a method fail as they would there."""

from dataclasses import dataclass

KINDS = ("429", "500", "timeout", "lost_answer", "error")


@dataclass
class Fault:
    method: str
    kind: str
    times: int = 1
    error: str = "fatal_error"
    retry_after: int = 1


class Faults:
    def __init__(self) -> None:
        self._waiting: list[Fault] = []

    def add(self, fault: Fault) -> None:
        if fault.kind not in KINDS:
            raise ValueError(f"No such fault: {fault.kind}. There are {', '.join(KINDS)}.")
        self._waiting.append(fault)

    def clear(self) -> None:
        self._waiting.clear()

    def next_for(self, method: str) -> Fault | None:
        """The fault this call meets, used up once; None on a good day."""
        for fault in self._waiting:
            if fault.method in (method, "*"):
                fault.times -= 1
                if fault.times <= 0:
                    self._waiting.remove(fault)
                return fault
        return None
