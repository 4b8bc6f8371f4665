"""Learn: the chapters."""
