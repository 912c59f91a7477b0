"""The sample province: invented, credible, the same for the same seed."""
