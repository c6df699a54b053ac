"""What Slack itself tells a person when something did not work."""

from sandbox.practice import Practice
from sandbox.wire import Json

NO_CONNECTION = "We had some trouble connecting. Try again?"


def tell_trouble(practice: Practice, user: str, text: str) -> Json:
    practice.pages.push({"type": "trouble", "text": text}, [user])
    return {"ok": False, "error": text}
