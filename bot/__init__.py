"""The edge: the only package that knows Slack, the clock and the environment."""
