"""From a plan that was read to a movement: the draft a person corrects, its period, its parts, and how units answer it."""
