"""`make bench`: every figure that README and docs/promises.md claim. Name sections to run only those.

Two take minutes and run when they are named: huddle_day and huddle_year.
"""

import sys

from benchmarks import (
    asking,
    due_words,
    huddle_day,
    huddle_year,
    huddles,
    in_process,
    over_http,
    over_socket,
    questions,
    reminders,
    start,
)

SECTIONS = {
    "start": start.run,
    "due_words": due_words.run,
    "reminders": reminders.run,
    "huddles": huddles.run,
    "in_process": in_process.run,
    "questions": questions.run,
    "asking": asking.run,
    "over_socket": over_socket.run,
    "over_http": over_http.run,
}

# Minutes each: by name only.
LONG = {"huddle_day": huddle_day.run, "huddle_year": huddle_year.run}

for name in sys.argv[1:] or SECTIONS:
    (SECTIONS | LONG)[name]()
