"""Habits: the safety questions, the check of ten habits, and what the guides say about each."""
