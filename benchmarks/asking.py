"""Questions on a district's years: `/whoowns`, a mention, lists, slips of the pen, beside one school and the floor."""

import gc
import random
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa
from slack_bolt import BoltRequest

from benchmarks import district
from benchmarks.bare_app import durable_insert
from benchmarks.figures import Figure, interleave, say_ratio, show
from benchmarks.in_process import bare_app, form
from bot.app import Roundtable, build
from bot.speeches import Speeches
from sandbox.identity import BOT_USER_ID
from sandbox.server import Sandbox
from storage import outbox
from storage.migrate import upgrade
from storage.outbox import Post
from tests.cast import MANIFEST, Cast, fill

TURNS = 200
SCHOOLS = 100  # 100,000 students, 1,000,000 follow-ups, 2,000,000 check-ins
OF_ONE, OF_MANY = "hale", "lopez"  # members of one team and of forty
BAR_MEDIAN, BAR_P99, BAR_RATIO = 30.0, 150.0, 1.5


def run(schools: int = SCHOOLS) -> None:
    with _bot_on(1) as small, _bot_on(schools) as large, tempfile.TemporaryDirectory() as folder:
        bare, insert = bare_app(small.sandbox.api_url), durable_insert(str(Path(folder) / "bare.db"))
        gc.collect()
        gc.freeze()  # as a bot that runs does once it is warm (bot.app.warm_up)
        figures = interleave(
            {
                "bare Bolt command, no work": lambda n: bare.dispatch(_command("UBARE", "CBARE", "Maya", n)),
                "bare durable SQLite insert": lambda n: insert(f"row {n}"),
                "/whoowns, one school": small.types(OF_ONE, "{}"),
                "/whoowns": large.types(OF_ONE, "{}"),
                "mention, one school": small.calls(OF_ONE, "who owns follow-up for {}?"),
                "mention": large.calls(OF_ONE, "who owns follow-up for {}?"),
                "/whoowns by a member of 40 teams": large.types(OF_MANY, "{}"),
                "mention by a member of 40 teams": large.calls(OF_MANY, "who calls home for {}?"),
                "misspelt, 4,000 students": large.types(OF_MANY, "who calls home for {}", slip=True),
                "anything overdue, 4,000 students": large.types(OF_MANY, "anything overdue?"),
                "what has no owner, 4,000 students": large.types(OF_MANY, "what has no owner"),
                "gaps of one duty, 4,000 students": large.types(OF_MANY, "which of my students have no speech"),
                "all gaps, 4,000 students": large.types(OF_MANY, "which of my students have gaps"),
                "what is new, 4,000 students": large.types(OF_MANY, "what's new on my students"),
                "my jobs, 4,000 students": large.types(OF_MANY, "what are my jobs this week"),
                "not understood, 4,000 students": large.types(OF_MANY, "should I bake a cake"),
            },
            TURNS,
            warm_up=10,
        )
    show(f"Asking, {schools * district.STUDENTS:,} students", list(figures.values()))
    _judge(figures)


def _judge(figures: dict[str, Figure]) -> None:
    floor = figures["bare Bolt command, no work"].median + figures["bare durable SQLite insert"].median
    for name in ("/whoowns", "mention"):
        many = figures[f"{name} by a member of 40 teams"]
        say_ratio(f"{name} over (bare Bolt + bare insert)", figures[name].median / floor, "for comparison")
        ratio = figures[name].median / figures[f"{name}, one school"].median
        say_ratio(f"{name}: district over one school", ratio, f"at most {BAR_RATIO}")
        say_ratio(f"{name}: slower median of the two over the bar", max(figures[name].median, many.median) / BAR_MEDIAN,
                  "at most 1")  # fmt: skip
        say_ratio(
            f"{name}: slower p99 of the two over the bar", max(figures[name].p99, many.p99) / BAR_P99, "at most 1"
        )


@dataclass
class Desk:
    """A bot that hears and answers, and whose outbox is read by hand: the words of a post count as answered."""

    sandbox: Sandbox
    people: dict[str, str]
    channels: list[str]
    bot: Roundtable
    speeches: Speeches
    chance: random.Random = field(default_factory=lambda: random.Random(11))

    def types(self, person: str, question: str, *, slip: bool = False) -> Callable[[int], object]:
        return lambda n: self._dispatch(
            _command(self.people[person], self.channels[0], self._ask(person, question, slip), n)
        )

    def calls(self, person: str, question: str) -> Callable[[int], object]:
        """A mention, and the words of its answer."""

        def call(number: int) -> None:
            asked = f"<@{BOT_USER_ID}> {self._ask(person, question)}"
            self._dispatch(_mention(self.people[person], self.channels[0], asked, f"{person}{number}"))
            self.speeches.reply(self._newest(), self.bot.clock.now())

        return call

    def _ask(self, person: str, question: str, slip: bool = False) -> str:
        most = district.ON_TEAM * (1 if person == OF_ONE else len(self.channels))
        first, last = district.name_of(self.chance.randint(1, most))
        return question.format(f"{first} {last[:4] + last[5:] if slip else last}")

    def _dispatch(self, request: BoltRequest) -> None:
        answer = self.bot.app.dispatch(request)
        if answer.status != 200:
            raise RuntimeError(str(answer.status))

    def _newest(self) -> Post:
        with self.bot.database.read() as session:
            newest = session.execute(sa.select(sa.func.max(Post.id))).scalar_one()
            return outbox.get_post(session, newest)


@contextmanager
def _bot_on(schools: int) -> Iterator[Desk]:
    with tempfile.TemporaryDirectory() as folder, Sandbox(MANIFEST, rate_limits=False) as sandbox:
        path = Path(folder) / "roundtable.db"
        upgrade(f"sqlite:///{path}")
        cast = Cast(sandbox, f"sqlite:///{path}")
        fill(cast)
        one, many = cast.people[OF_ONE], cast.people[OF_MANY]
        count = min(40, schools * district.TEAMS)
        made = [
            sandbox.add_channel(f"district-{n}", members=[many, *([one] if n == 1 else [])])
            for n in range(1, count + 1)
        ]
        channels = [channel.id for channel in made]
        district.lay_in(path, schools, channels, _stored(sandbox.now()))
        bot = build(cast.settings())
        yield Desk(sandbox, {OF_ONE: one.id, OF_MANY: many.id}, channels, bot, Speeches(bot.database, bot.members, ""))
        bot.stop()


def _stored(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M:%S.000000")


def _command(person: str, channel: str, words: str, number: int) -> BoltRequest:
    body = {**form(person, channel, f"{person}{number}{words}"), "command": "/whoowns", "text": words}
    return BoltRequest(mode="socket_mode", body=body)


def _mention(person: str, channel: str, words: str, number: str) -> BoltRequest:
    event = {
        "type": "app_mention",
        "user": person,
        "channel": channel,
        "text": words,
        "ts": f"{abs(hash(number + words))}.1",
    }
    body = {"type": "event_callback", "team_id": "T00000SCH", "api_app_id": "A00000APP", "event": event,
            "event_id": f"Ev{number}{abs(hash(words))}", "event_time": 1}  # fmt: skip
    return BoltRequest(mode="socket_mode", body=body)
