"""What happened while nobody listened is found out at the start."""

from slack_bolt import BoltRequest

from sandbox.identity import APP_ID, TEAM_ID
from storage import people
from tests.cast import Cast


def is_member(cast: Cast, name: str) -> bool:
    with cast.bot.database.read() as session:
        return people.is_member(session, cast.juniper.id, cast.people[name].id)


def test_who_joined_while_the_bot_was_down_is_known_after_its_start(cast: Cast) -> None:
    cast.stop_bot()
    cast.sandbox.invite(cast.juniper, cast.people["pell"])
    cast.sandbox.forward(120)  # what was asked within the last minute is not asked again
    cast.start_bot()
    cast.waits_until(lambda: is_member(cast, "pell"))


def test_the_bots_own_removal_closes_the_teams_records(cast: Cast) -> None:
    """Slack says it by `group_left`, which names the channel and nobody."""
    event = {"type": "group_left", "channel": cast.juniper.id, "event_ts": "1.000001"}
    body = {"type": "event_callback", "team_id": TEAM_ID, "api_app_id": APP_ID, "event_id": "Ev1", "event": event}
    cast.bot.app.dispatch(BoltRequest(mode="socket_mode", body=body))
    assert not is_member(cast, "hale")
