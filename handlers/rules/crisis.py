"""The crisis text shown until a school has written its own."""

DEFAULT_CRISIS_TEXT = (
    "If someone is in immediate danger, call 911. For thoughts of suicide or a mental health crisis, call or text 988 "
    "at any hour. Then follow your school's own procedure and tell the counselor or principal in person. "
    "If you are a mandated reporter, telling this bot is not a report: the duty to report stays yours."
)
