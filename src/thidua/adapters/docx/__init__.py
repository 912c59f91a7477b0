"""Word documents: writing official documents that stay easy to edit."""
