"""Measures what README and docs/promises.md claim, each figure beside a floor taken in the same run."""
