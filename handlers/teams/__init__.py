"""Student-support teams: one private channel each."""
