"""How the bot says that a channel may not hear of students, why, and what to do. Pure."""

from collections.abc import Sequence

from handlers.blocks import beside, button, escape, says
from handlers.conversation import Block, Reply
from handlers.rules.channel_safety import Unfit

MOST_NAMED = 10

# At set-up: the channel is refused.
WHY_NOT_HERE = {
    Unfit.PUBLIC: (
        "This channel is public: everybody in the workspace can read it, so it cannot be a student's team. "
        "Make a *private* channel with the student's colleagues and invite me there."
    ),
    Unfit.SHARED: (
        "This channel is shared with another organization, so it cannot be a student's team. "
        "Make a private channel of your own workspace and invite me there."
    ),
    Unfit.ARCHIVED: (
        "This channel is archived, so nobody could write in it. Unarchive it, or make a new private channel and "
        "invite me there."
    ),
    Unfit.GONE: "I am not in that channel. Invite me there with `/invite @Roundtable`, then try again.",
}

# Later: the channel is a team, and posts about its students wait.
_WHY_PAUSED = {
    Unfit.PUBLIC: (
        "{channel} has become *public*, so I say nothing about the students of *{team}* there. Make it private again "
        "(an owner or admin of the workspace can), and I go on by myself."
    ),
    Unfit.SHARED: (
        "{channel} is now *shared with another organization*, so I say nothing about the students of *{team}* there. "
        "End the sharing in the channel's settings, and I go on by myself."
    ),
    Unfit.ARCHIVED: (
        "{channel} is *archived*, so nothing about the students of *{team}* can be posted. Unarchive it to go on. "
        "What was written is kept."
    ),
    Unfit.GONE: (
        "I am *not in {channel}* any more, so *{team}* hears nothing from me and nobody can look its students up. "
        "Invite me again with `/invite @Roundtable`. What was written is kept."
    ),
}
_GUESTS_PAUSE = (
    "{guests} in {channel}, and guests may not read about students. So posts about the students of *{team}* wait, "
    "for a day at most. *Remove the guest* from the channel, or ask an administrator to *admit* them by name, "
    "on Roundtable's Home. Check-ins are kept all the same."
)


def say_paused(team: str, channel_id: str, reason: Unfit, guests: Sequence[str] = ()) -> str:
    """Why posts wait, and what to do."""
    words = _GUESTS_PAUSE if reason == Unfit.GUEST else _WHY_PAUSED[reason]
    return words.format(guests=_say_guests(guests), channel=f"<#{channel_id}>", team=escape(team))


def say_unfit(team: str, team_id: int, channel_id: str, reason: Unfit, guests: Sequence[str], admits: bool) -> Reply:
    """A direct message to a lead or an administrator; `admits` puts the button that lets a guest stay."""
    made: list[Block] = [says(say_paused(team, channel_id, reason, guests))]
    if admits:
        made += [admit_button(team_id, guest) for guest in guests[:MOST_NAMED]]
    return Reply("Posts in one of your team channels are waiting.", tuple(made))


def admit_button(team_id: int, guest: str) -> Block:
    return beside(f"Let <@{guest}> stay?", button("Admit", "teams.admit", {"team": team_id, "person": guest}))


def say_fit_again(channel_id: str) -> Reply:
    words = f"Thank you: all is well in <#{channel_id}> again, and posts go on by themselves."
    return Reply("Posts in one of your team channels go on.", (says(words),))


def say_undelivered(channel_id: str, error: str, *, is_message: bool = True) -> Reply:
    """Something could not be done for good: why, as far as it is known, and what to do."""
    tried = "post in" if is_message else "look into"
    because = _WHY_UNDELIVERED.get(error, _OTHERWISE.format(error=error))
    words = f"I could not {tried} <#{channel_id}>. {because} Nothing that anybody wrote is lost: it is on record."
    return Reply("A message could not be posted.", (says(words),))


def say_unreached(person_id: str) -> Reply:
    """To who asked for a colleague: nobody may believe that somebody knows who does not."""
    words = f"I could not reach <@{person_id}>, so they do *not* know that you asked. Please go to someone in person."
    return Reply("A message could not be delivered.", (says(words),))


_HELD_TOO_LONG = (
    "A message about a student waited for a day because the channel was not fit for it ({why}), so I gave it up there. "
    "Once that is mended, new ones are posted again."
)
_OTHERWISE = "Slack said: `{error}`. If it happens again, tell whoever runs Roundtable."
_WHY_UNDELIVERED: dict[str, str] = {
    Unfit.PUBLIC: _HELD_TOO_LONG.format(why="it is public"),
    Unfit.SHARED: _HELD_TOO_LONG.format(why="it is shared with another organization"),
    Unfit.GUEST: _HELD_TOO_LONG.format(why="a guest is in it"),
    "restricted_action": (
        "Only some people may post in that channel. Allow Roundtable too, in the channel's settings under "
        "*Posting permissions*."
    ),
    "account_inactive": (
        "Slack has switched my account off. Whoever runs Roundtable installs the app again and gives it the new token."
    ),
    "unsure": (
        "I was interrupted and cannot tell whether a message arrived, so I did not send it again. Please look there."
    ),
    "missing_scope": (
        "Slack has not given me a permission that this needs. Whoever runs Roundtable installs the app again from its "
        "manifest, which asks for it."
    ),
}
_WHY_UNDELIVERED |= dict.fromkeys(
    ("invalid_auth", "not_authed", "token_revoked", "token_expired"), _WHY_UNDELIVERED["account_inactive"]
)
FOR_WHO_RUNS_IT = frozenset(_WHY_UNDELIVERED) - {Unfit.PUBLIC, Unfit.SHARED, Unfit.GUEST, "restricted_action", "unsure"}


def _say_guests(guests: Sequence[str]) -> str:
    """ "<@U1> is a guest", "<@U1>, <@U2> and 3 more are guests"."""
    named = ", ".join(f"<@{guest}>" for guest in guests[:MOST_NAMED])
    more = f" and {len(guests) - MOST_NAMED} more" if len(guests) > MOST_NAMED else ""
    return f"{named}{more} {'is a guest' if len(guests) == 1 else 'are guests'}" if named else "A guest is"
