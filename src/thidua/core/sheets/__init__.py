"""Lists that people bring in Excel: what a cell means, and which row and column is wrong."""
