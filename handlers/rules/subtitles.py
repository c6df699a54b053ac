"""Reads the words out of a transcript in WebVTT, the subtitles that Slack writes of a clip. Pure."""

import html
import re

_TIMING = re.compile(r"(?:\d+:)?\d{1,2}:\d{2}\.\d{3}\s+-->\s")
_TAG = re.compile(r"<[^<>]*>")


def read_subtitles(text: str) -> str:
    """What is said, in one line: no times, no numbers, no speaker marks. Empty where these are no subtitles."""
    said: list[str] = []
    for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n").replace("\r", "\n")):
        lines = block.strip().split("\n")
        timed = next((at for at, line in enumerate(lines) if _TIMING.match(line)), None)
        if timed is not None:
            said += [html.unescape(_TAG.sub("", line)) for line in lines[timed + 1 :]]
    return " ".join(" ".join(said).split())
