"""Huddles: the weekly quarter of an hour about one student, with a thread that comes by itself."""
