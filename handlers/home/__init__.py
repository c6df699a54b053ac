"""A person's Home tab."""
