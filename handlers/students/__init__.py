"""The students of a team: who adds them, changes their names, takes them off, and joins two records of one."""
