"""XML as it comes."""
