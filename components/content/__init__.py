"""Typed models of every file in data/, and the loader that checks them. Knows no other room."""
