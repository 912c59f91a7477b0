"""Views of plans and movements, by step of the walk."""
