"""Roles: who carries which standing duty for a student."""
