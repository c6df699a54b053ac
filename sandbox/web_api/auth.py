"""Who am I, and where: auth.test, team.info, bots.info, api.test."""

from sandbox.identity import APP_ID, BOT_ID, BOT_USER_ID, TEAM_ID
from sandbox.practice import Practice
from sandbox.rates import SPECIAL, TIER_3, TIER_4
from sandbox.web_api.arguments import Arguments
from sandbox.web_api.methods import method
from sandbox.wire import Json, Refused


@method("auth.test", rate=SPECIAL)
def test(practice: Practice, _args: Arguments) -> Json:
    return {
        "url": practice.url,
        "team": practice.workspace.name,
        "user": practice.workspace.bot.name,
        "team_id": TEAM_ID,
        "user_id": BOT_USER_ID,
        "bot_id": BOT_ID,
        "is_enterprise_install": False,
    }


@method("api.test", rate=TIER_4)
def api_test(_practice: Practice, args: Arguments) -> Json:
    if "error" in args:
        raise Refused(args.text("error"))
    return {"args": {}}


@method("team.info", scope="team:read", rate=TIER_3)
def team_info(practice: Practice, _args: Arguments) -> Json:
    domain = practice.workspace.domain
    return {"team": {"id": TEAM_ID, "name": practice.workspace.name, "domain": domain, "url": practice.url}}


@method("bots.info", scope="users:read", rate=TIER_3)
def bots_info(practice: Practice, args: Arguments) -> Json:
    if args.text("bot", BOT_ID) != BOT_ID:
        raise Refused("bot_not_found")
    bot = {"id": BOT_ID, "app_id": APP_ID, "user_id": BOT_USER_ID, "name": practice.manifest.app_name}
    return {"bot": bot | {"deleted": False, "updated": 0, "icons": {}}}
