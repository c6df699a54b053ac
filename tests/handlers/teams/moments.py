"""The moment at which tests without a workspace play."""

from datetime import UTC, datetime

NOW = datetime(2026, 9, 8, 14, tzinfo=UTC)
