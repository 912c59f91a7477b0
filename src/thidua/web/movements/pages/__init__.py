"""Pages of plans and movements, as values."""
