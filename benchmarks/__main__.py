"""`make bench`: every figure that README and docs/promises.md claim."""

import sys

from benchmarks import in_process

SECTIONS = {"in_process": in_process.run}

for name in sys.argv[1:] or SECTIONS:
    SECTIONS[name]()
