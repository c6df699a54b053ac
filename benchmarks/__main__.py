"""`make bench`: every figure that README and docs/promises.md claim. Name sections to run only those."""

import sys

from benchmarks import (
    asking,
    due_words,
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
    "huddle_year": huddle_year.run,
    "in_process": in_process.run,
    "questions": questions.run,
    "asking": asking.run,
    "over_socket": over_socket.run,
    "over_http": over_http.run,
}

for name in sys.argv[1:] or SECTIONS:
    SECTIONS[name]()
