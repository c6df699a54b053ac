"""Audio clips recorded in Slack, and the transcript that Slack writes of them a little later."""

from sandbox.wire import Json

NAME = "audio_message.m4a"
MOST_IN_PREVIEW = 150  # characters; the rest stands in the vtt file alone
WORDS_IN_CUE = 8
SECONDS_A_WORD = 0.4


def clip_of(spoken: str) -> Json:
    """What a file has more, being a clip. `spoken` is the practice workspace's own: the app never sees it."""
    more: Json = {"subtype": "slack_audio", "media_display_type": "audio", "spoken": spoken}
    more |= {"duration_ms": int(len(spoken.split()) * SECONDS_A_WORD * 1000)}
    return more | {"transcription": {"status": "processing"}}


def transcribe(file: Json) -> None:
    """Slack is done listening."""
    spoken = file["spoken"]
    preview = {"content": spoken[:MOST_IN_PREVIEW], "has_more": len(spoken) > MOST_IN_PREVIEW}
    file["transcription"] = {"status": "complete", "locale": "en-US", "preview": preview}


def is_transcribed(file: Json) -> bool:
    return bool(file.get("transcription", {}).get("status") == "complete")


def vtt_of(file: Json) -> bytes:
    """The whole transcript as subtitles."""
    spoken = file["spoken"].split()
    cues = [spoken[at : at + WORDS_IN_CUE] for at in range(0, len(spoken), WORDS_IN_CUE)]
    lines = ["WEBVTT", ""]
    for number, cue in enumerate(cues):
        begins = number * WORDS_IN_CUE * SECONDS_A_WORD
        lines += [str(number + 1), f"{_time(begins)} --> {_time(begins + len(cue) * SECONDS_A_WORD)}"]
        lines += [_escaped(" ".join(cue)), ""]
    return "\n".join(lines).encode()


def _time(seconds: float) -> str:
    minutes, rest = divmod(seconds, 60)
    return f"{int(minutes // 60):02}:{int(minutes % 60):02}:{rest:06.3f}"


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
