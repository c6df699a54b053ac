"""Who the workspace and its one app are: ids and keys, visibly not real ones, the same in every run."""

TEAM_ID = "T00000SCH"
APP_ID = "A00000APP"
BOT_ID = "B00000BOT"
BOT_USER_ID = "U00000BOT"
SLACKBOT_ID = "USLACKBOT"

BOT_TOKEN = "xoxb-practice"  # noqa: S105 - opens nothing real
APP_TOKEN = "xapp-practice"  # noqa: S105 - opens nothing real
SIGNING_SECRET = "practice-signing-secret"  # noqa: S105 - opens nothing real
VERIFICATION_TOKEN = "practice-verification"  # noqa: S105 - opens nothing real


def new_id(letter: str, number: int, name: str) -> str:
    """An id one can read in a log: `U00004HALE`, at least nine characters as Slack's are."""
    letters = "".join(each for each in name.upper() if each.isascii() and each.isalnum())[:6]
    return f"{letter}{number:05d}{letters:X<3}"
