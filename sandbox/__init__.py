"""A practice Slack on your own machine."""
