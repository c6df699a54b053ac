"""Schools: their hours, their crisis text, how they show students."""
