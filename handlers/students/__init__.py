"""Who a team supports, and how students come in."""
