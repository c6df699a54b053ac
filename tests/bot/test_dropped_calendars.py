"""A school calendar dropped into the bot's direct messages: shown, sorted, added once, and only by who keeps it."""

from storage import calendar
from storage.calendar import DayKind
from tests.bot.test_dropped_files import drop
from tests.cast import Cast

ICS = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//school//EN\r\n"
    "BEGIN:VEVENT\r\nUID:1\r\nSUMMARY:Winter break\r\nDTSTART;VALUE=DATE:{year}1221\r\n"
    "DTEND;VALUE=DATE:{next}0102\r\nEND:VEVENT\r\n"
    "BEGIN:VEVENT\r\nUID:2\r\nSUMMARY:Lantern day\r\nDTSTART;VALUE=DATE:{year}1204\r\nEND:VEVENT\r\n"
    "END:VCALENDAR\r\n"
)


def kept(cast: Cast) -> list[tuple[str, DayKind]]:
    with cast.bot.database.read() as session:
        return [(one.name, one.kind) for one in calendar.list_entries(session, 1)]


def ics(cast: Cast) -> str:
    year = cast.sandbox.now().year
    return ICS.format(year=year, next=year + 1)


def test_a_lead_sees_what_a_calendar_would_add_and_then_it_is_added_once(cast: Cast) -> None:
    drop(cast.hale, ics(cast), "school.ics")
    shown = cast.hale.waits_for("would add 1 entry (1 break)")
    assert "These say nothing about school days, so I leave them: Lantern day." in cast.hale.text_of(shown)
    cast.hale.presses("Add them", shown)
    cast.hale.waits_for("Done: the calendar of *Juniper Hollow* has 1 entry (1 break) more")
    assert kept(cast) == [("Winter break", DayKind.BREAK)]
    drop(cast.hale, ics(cast), "school.ics")
    cast.hale.waits_for("There is nothing to add.")


def test_a_schools_own_words_sort_its_next_file(cast: Cast) -> None:
    drop(cast.hale, ics(cast), "school.ics")
    form = cast.hale.presses("How files are sorted", cast.hale.waits_for("would add 1 entry")).view
    assert form is not None
    cast.hale.submits(form, {"early_release": "lantern day, candle day"})
    cast.all_sent()
    drop(cast.hale, ics(cast), "school.ics")
    cast.hale.waits_for("would add 2 entries (1 early release, 1 break)")


def test_a_plain_csv_names_the_lines_it_could_not_take(cast: Cast) -> None:
    drop(cast.dean, "date,kind,note\n2027-01-18,no school,Founders day\n2027-13-01,break,\n", "days.csv")
    shown = cast.dean.waits_for("would add 1 entry (1 no school)")
    assert "Line 3 (2027-13-01): the date is not written as 2027-02-10." in cast.dean.text_of(shown)
    cast.dean.presses("Add them", shown)
    cast.dean.waits_for("Done:")
    assert kept(cast) == [("Founders day", DayKind.NO_SCHOOL)]


def test_who_keeps_no_calendar_is_told_whose_it_is(cast: Cast) -> None:
    drop(cast.lopez, ics(cast), "school.ics")
    cast.lopez.waits_for("I read lists only from a team's leads")
    assert kept(cast) == []
