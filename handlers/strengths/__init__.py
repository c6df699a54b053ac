"""Strengths: what is good to know about a student, with who said it and when."""
