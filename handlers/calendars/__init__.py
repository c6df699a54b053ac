"""School calendars as files: an ICS export of whatever calendar a school keeps, or a plain CSV."""
