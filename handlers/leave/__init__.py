"""Leave: somebody says themselves when they are away, and is not nudged then."""
