"""Says whom a name means that nobody has as it is written: a slip of the finger, a surname alone, two of one name."""

from dataclasses import replace

from rapidfuzz.distance import OSA

from handlers.questions.mentions import Named
from handlers.rules.name_forms import How, Known, forms_of, keys_sought
from handlers.rules.names import Found, NameReading, Names, Nobody, Several


def _is_plain_slip(typed: str, student: Known) -> bool:
    """One letter off, the first not among them, and in a short name none exchanged: *Bao* is hardly *Bat*."""
    sought = [key for key in keys_sought(typed) if key]
    return any(_is_slip_of(one, key) for one in sought for key, how in forms_of(student) if how not in _NEVER_NEAR)


def _is_slip_of(typed: str, name: str) -> bool:
    most = 2 if min(len(typed), len(name)) > _LONG and " " not in name else 1
    if typed[:1] != name[:1] or OSA.distance(typed, name, score_cutoff=most) > most:
        return False
    return min(len(typed), len(name)) > _SHORT or len(typed) != len(name) or sorted(typed) == sorted(name)


_SHORT = 5
_LONG = 7
_NEVER_NEAR = frozenset((How.ID, How.INITIALS))


def settle(named: Named, names: Names) -> Named:
    """A name nobody has exactly, read again for slips of the finger."""
    readings = [read for typed in _readings(named) if (read := _settled(typed, names)) is not None]
    reading = min(readings, key=lambda one: (one.how is How.NEAR, isinstance(one, Several)), default=None)
    found = replace(named, reading=reading)
    return named if named.only and not set(found.students()) <= set(named.only) else found


def _readings(named: Named) -> tuple[str, ...]:
    """*summmers followup* may be Summer's, *both ethans* two of one name."""
    typed = named.typed
    return (typed, typed[:-1]) if typed[-1:] in ("s", "S") else (typed,)


def _settled(typed: str, names: Names) -> Found | Several | None:
    surname = names.read_surname(typed)
    if surname is not None and surname.how is How.PART:
        return surname
    reading: NameReading = names.read(typed)
    if isinstance(reading, Nobody):
        return surname
    if isinstance(reading, Found) and not _is_plain_slip(typed, reading.student):
        return Several((reading.student,), How.NEAR)
    return reading
