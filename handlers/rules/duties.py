"""The standing duties a student's roles chart begins with; a school may add its own."""

# In the order of the chart. Names are what people read and what a roles file writes.
DUTIES = (
    "case manager",
    "family contact",
    "progress data",
    "accommodations",
    "behavior plan",
    "speech",
    "occupational therapy",
    "physical therapy",
    "counseling",
    "sensory breaks",
    "health plan",
    "meetings",
)
# What every student needs somebody for; a gap in the others is a gap only where it was held or asked for before.
NEEDED = frozenset({"case manager", "family contact", "progress data", "accommodations", "meetings"})
