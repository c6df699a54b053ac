"""Slack's limits on blocks and views as one table: types, places, keys, lengths, counts, forms.

Gathered from Slack's reference pages, slack_sdk, @slack/types, slackblocks and threads where Slack's answers are
quoted; where they differ, the stricter stands. `sandbox.checks` reads a message or a view against it.
"""

from sandbox.limits.elements import ELEMENTS
from sandbox.limits.rich_text import BLOCKS
from sandbox.limits.surfaces import ATTACHMENTS, MESSAGE_BLOCKS, MESSAGE_TEXT, TOTALS, VIEW, VIEW_BYTES

__all__ = ["ATTACHMENTS", "BLOCKS", "ELEMENTS", "MESSAGE_BLOCKS", "MESSAGE_TEXT", "TOTALS", "VIEW", "VIEW_BYTES"]
