"""Years, spans and deadlines; the caller always gives the date."""
