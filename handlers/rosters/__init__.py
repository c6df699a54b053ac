"""The files schools have: reading them, and deciding what an import would change."""
