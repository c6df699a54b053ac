"""Follow-ups: promises about a student."""
