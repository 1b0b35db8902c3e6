"""Calls in parallel, or nearly so."""
