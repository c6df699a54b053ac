"""What people do and what it means: verbs, rules and replies."""
