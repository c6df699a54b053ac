"""Every rule of the table by itself: kept, at its very limit, and broken."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from sandbox import limits
from sandbox.checks import faults_in_message, faults_in_view
from sandbox.limits.blocks import blocks
from sandbox.limits.elements import ELEMENTS, IN_INPUT, IN_SECTION
from sandbox.limits.rich_text import PIECES
from sandbox.limits.rules import Kinds, Surface
from tests.sandbox.limits import breaking, from_the_table
from tests.sandbox.limits.parts import Node, ask, modal, section

Keys = tuple[str | int, ...]
Put = Callable[[Any, str, str], tuple[list[str], Keys]]


@given(from_the_table.messages())
@settings(from_the_table.UNHURRIED, max_examples=40)
def test_a_message_within_all_limits_has_no_fault(message: list[Node]) -> None:
    assert faults_in_message(message, "Digest") == []


@pytest.mark.parametrize("kind", ["modal", "home"])
@given(data=st.data())
@settings(from_the_table.UNHURRIED, max_examples=15)
def test_a_view_within_all_limits_has_no_fault(kind: Surface, data: st.DataObject) -> None:
    assert faults_in_view(data.draw(from_the_table.of_kind(limits.VIEW, kind, kind))) == []


@pytest.mark.parametrize("kind", ["modal", "home"])
@given(data=st.data())
@settings(from_the_table.UNHURRIED, max_examples=4)
def test_a_broken_rule_of_a_view_is_named_and_no_other(kind: Surface, data: st.DataObject) -> None:
    view = {**data.draw(from_the_table.of_kind(limits.VIEW, kind, kind)), "blocks": [{"type": "divider"}]}
    for change in breaking.breakages(limits.VIEW, view):
        if isinstance(broken := change.apply(view), dict):
            assert faults_in_view(broken) == change.faults(("view",))


def place(block: Node, surface: str) -> tuple[list[str], Keys]:
    """The faults of a block on a surface, and where the block stands there."""
    if surface == "message":
        return faults_in_message([block]), ("blocks", 0)
    return faults_in_view(modal(block)), ("view", "blocks", 0)


def place_element(element: Any, kind: str, surface: str) -> tuple[list[str], Keys]:
    if kind in IN_INPUT.names:
        faults, root = place(ask(element), surface)
        return faults, (*root, "element")
    if kind in IN_SECTION.names:
        faults, root = place(section(accessory=element), surface)
        return faults, (*root, "accessory")
    faults, root = place({"type": "context_actions", "elements": [element]}, surface)
    return faults, (*root, "elements", 0)


def place_piece(piece: Any, _kind: str, surface: str) -> tuple[list[str], Keys]:
    paragraph = {"type": "rich_text_quote", "elements": [piece]}
    faults, root = place({"type": "rich_text", "elements": [paragraph]}, surface)
    return faults, (*root, "elements", 0, "elements", 0)


# Every rule of a value is broken in turn: a failure names its change, and shrinking would repeat it all for minutes.
UNSHRUNK = [Phase.explicit, Phase.reuse, Phase.generate]
KINDS = [
    *((blocks(), kind, lambda block, _, surface: place(block, surface)) for kind in limits.BLOCKS),
    *((Kinds("element", ELEMENTS), kind, place_element) for kind in ELEMENTS if kind != "url"),
    *((Kinds("rich text piece", PIECES), kind, place_piece) for kind, shape in PIECES.items() if shape),
]


@pytest.mark.parametrize(("rule", "kind", "put"), KINDS, ids=[f"{rule.what} {kind}" for rule, kind, _ in KINDS])
@given(data=st.data())
@settings(from_the_table.UNHURRIED, max_examples=4, phases=UNSHRUNK)
def test_a_broken_rule_is_named_and_no_other(rule: Kinds, kind: str, put: Put, data: st.DataObject) -> None:
    surface: Surface = "modal" if kind in from_the_table.standing(rule, "modal") else "message"
    value = data.draw(from_the_table.of_kind(rule, kind, surface))
    assert put(value, kind, surface)[0] == []
    for edge in breaking.edges(rule, value):
        assert put(edge.apply(value), kind, surface)[0] == []
    for change in breaking.breakages(rule, value):
        faults, root = put(change.apply(value), kind, surface)
        assert faults == change.faults(root)
