"""Cursors: every item once, whatever the page's size."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sandbox.web_api.arguments import Arguments
from sandbox.web_api.paging import page_of


@settings(max_examples=50, deadline=None)
@given(count=st.integers(0, 60), limit=st.integers(1, 25))
def test_the_pages_together_are_the_whole_list(count: int, limit: int) -> None:
    items, read, cursor = list(range(count)), list[int](), ""
    while True:
        page, more = page_of(items, Arguments({"limit": limit, "cursor": cursor}))
        read += page
        assert len(page) <= limit
        cursor = more["response_metadata"]["next_cursor"]
        if not cursor:
            break
    assert read == items
