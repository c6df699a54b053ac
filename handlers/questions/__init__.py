"""Questions: what people ask about a student, read by a small language of our own, and answered from the record."""
