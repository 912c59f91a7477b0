"""PDF: official documents and certificates through typst, with the document font beside it."""
