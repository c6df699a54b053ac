"""Quick updates on a student."""
