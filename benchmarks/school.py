"""The tests' cast with a year of a whole district's check-ins behind them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.year import lay_in
from sandbox.server import Sandbox
from storage import schools
from storage.migrate import upgrade
from storage.positions import PositionName
from storage.teams import Appear
from tests.cast import MANIFEST, Cast, fill


@contextmanager
def school_with_a_year(folder: Path, checkins: int) -> Iterator[Cast]:
    """The bot connected, Juniper and Birch set up, and that many check-ins of other teams on record."""
    url = f"sqlite:///{folder / 'roundtable.db'}"
    upgrade(url)
    with Sandbox(MANIFEST, rate_limits=False) as sandbox:
        cast = Cast(sandbox, url)
        fill(cast)
        cast.start_bot()
        juniper = cast.add_team(cast.juniper, "hale", appear=Appear.THREAD)
        cast.add_student("Maya Tern", juniper, grade="03")
        cast.add_student("Fen Oakes", juniper, grade="04")
        cast.set_position(juniper, "lopez", PositionName.GENERAL_EDUCATION)
        with cast.bot.database.read() as session:
            school_id = schools.list_schools(session)[0].id
        lay_in(cast.bot.database, school_id, checkins)
        yield cast
        cast.stop_bot()
