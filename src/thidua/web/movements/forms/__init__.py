"""Forms of plans and movements."""
