"""Pure rules that more than one folder of handlers needs."""
