"""`roundtable doctor`: looks at everything a running bot leans on, and says what to mend, in sentences."""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import sqlalchemy as sa
import typer
from slack_sdk import WebClient

from bot import slack
from bot.channels import Channels
from bot.clock import Clock
from bot.manifest import list_scopes
from bot.only_one import lock_path, only_one
from bot.prepare import prepare, read_url
from bot.settings import CannotStart, Settings, gather, read_settings
from handlers.rules.channel_safety import Unfit
from storage import condition, migrate
from storage.database import Database
from storage.teams import Team

SECONDS = 10
QUIET_FOR = timedelta(days=1)
UNFIT = {
    Unfit.GONE: "the bot is not in its channel. Invite it: /invite @Roundtable",
    Unfit.ARCHIVED: "its channel is archived.",
    Unfit.PUBLIC: "its channel is public. Make it private, or set the team up in a private one.",
    Unfit.SHARED: "its channel is shared with another organization.",
    Unfit.GUEST: "a guest is in its channel. Remove the guest, or have an administrator admit them on Home.",
}


@dataclass(frozen=True, slots=True)
class Finding:
    is_well: bool
    sentence: str


def examine() -> int:
    """Print every finding; returns 0 when all is well, else 1."""
    all_well = True
    for finding in _look():
        all_well &= finding.is_well
        typer.echo(f"{'ok  ' if finding.is_well else 'MEND'}  {finding.sentence}")
    return 0 if all_well else 1


def _look() -> Iterator[Finding]:
    try:
        settings = read_settings(gather())
    except CannotStart as reason:
        yield Finding(False, str(reason))
        return
    yield from _look_at_env_file(Path(".env"))
    client = slack.make_client(settings.bot_token, settings.api_url, SECONDS)
    yield from _look_at_token(client)
    yield from _look_at_connection(settings)
    yield from _look_at_database(settings, client)


def _look_at_env_file(path: Path) -> Iterator[Finding]:
    """Whether git would take the secrets along."""
    git = shutil.which("git")
    if not path.exists() or git is None:
        return
    inside = subprocess.run([git, "rev-parse", "--is-inside-work-tree"], capture_output=True, check=False)  # noqa: S603
    ignored = subprocess.run([git, "check-ignore", "-q", str(path)], capture_output=True, check=False)  # noqa: S603
    if inside.returncode == 0 and ignored.returncode != 0:
        yield Finding(False, f"git does not ignore {path}. Add a line {path} to .gitignore before you commit.")


def _look_at_token(client: WebClient) -> Iterator[Finding]:
    try:
        answer = slack.call(client, "auth.test")
    except slack.SlackSilent as silence:
        yield Finding(False, f"Slack does not take SLACK_BOT_TOKEN ({silence.error}). Copy it again from your app.")
        return
    yield Finding(True, f"Slack knows the bot as @{answer['user']} of {answer['team']}.")
    held = next((str(value) for name, value in answer.headers.items() if name.lower() == "x-oauth-scopes"), "")
    missing = sorted(set(list_scopes()) - set(held.replace(" ", "").split(",")))
    if missing:
        yield Finding(
            False, f"Scopes are missing: {', '.join(missing)}. Update the manifest and install the app again."
        )
    else:
        yield Finding(True, "All scopes of the manifest are there.")


def _look_at_connection(settings: Settings) -> Iterator[Finding]:
    if settings.mode == "http":
        yield Finding(True, f"HTTP mode: Slack delivers to /slack/events, port {settings.port}; see /healthz there.")
        return
    try:
        slack.ask(slack.make_client(settings.app_token, settings.api_url, SECONDS), "apps.connections.open")
        yield Finding(True, "Slack offers a Socket Mode connection.")
    except slack.SlackSilent as silence:
        yield Finding(False, f"Slack opens no connection for SLACK_APP_TOKEN ({silence.error}). Is Socket Mode on?")


def _look_at_database(settings: Settings, client: WebClient) -> Iterator[Finding]:
    url = read_url(settings.database_url)
    shown = url.render_as_string(hide_password=True)
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").exists():
        yield Finding(True, f"There is no database at {shown} yet; the first start makes one.")
        return
    try:
        if url.get_backend_name() != "sqlite":
            prepare(settings.database_url)
        elif not migrate.is_newest(settings.database_url):
            yield Finding(False, f"The database {shown} has another schema. Stop the bot and run: roundtable migrate")
            return
    except sa.exc.SQLAlchemyError as error:
        yield Finding(False, f"The database {shown} cannot be opened ({type(error).__name__}).")
        return
    except CannotStart as reason:
        yield Finding(False, str(reason))
        return
    yield Finding(True, f"The database {shown} stands at the newest schema.")
    with closing(Database(settings.database_url)) as database:
        now = Clock(settings.clock_url).now()
        yield from _look_at_running(settings, database, now)
        yield from _look_at_channels(database, client, now)


def _look_at_running(settings: Settings, database: Database, now: datetime) -> Iterator[Finding]:
    if lock_path(settings.database_url) is not None:
        yield Finding(
            True, "A bot is running on it." if _is_held(settings.database_url) else "No bot is running on it."
        )
    with database.read() as session:
        heard_at = condition.find_last_heard_at(session)
        unsent = condition.count_unsent(session)
        dropped = condition.count_dropped(session, now - QUIET_FOR)
    yield Finding(True, f"{_say_age(now, heard_at)} {unsent} messages wait to be sent.")
    if dropped:
        yield Finding(False, f"{dropped} messages of the last day could not be delivered; the log says why.")


def _look_at_channels(database: Database, client: WebClient, now: datetime) -> Iterator[Finding]:
    with database.read() as session:
        found = condition.list_teams(session)
    if not found:
        yield Finding(True, "No team is set up yet. Invite the bot to a private channel.")
        return
    me = slack.ask(client, "auth.test")
    channels = Channels(database, client, me["team_id"], me["user_id"])
    for team in found:
        yield _look_at_channel(team, lambda team: channels.why_not(team.channel_id, now))


def _look_at_channel(team: Team, why_not: Callable[[Team], Unfit | None]) -> Finding:
    try:
        reason = why_not(team)
    except slack.SlackSilent as silence:
        return Finding(False, f"Team {team.name}: Slack does not say how its channel is ({silence.error}).")
    if reason is None:
        return Finding(True, f"Team {team.name}: posts flow.")
    return Finding(False, f"Team {team.name}: posts wait, for {UNFIT[reason]}")


def _is_held(database_url: str) -> bool:
    try:
        with only_one(database_url):
            return False
    except CannotStart:
        return True


def _say_age(now: datetime, heard_at: datetime | None) -> str:
    if heard_at is None:
        return "Nothing from Slack has changed anything in the last two days."
    minutes = max(0, int((now - heard_at).total_seconds() // 60))
    age = f"{minutes} min" if minutes < 120 else f"{minutes // 60} h"
    return f"Something from Slack last changed something {age} ago."
