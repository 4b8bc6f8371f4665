"""What the person told us: one model, kept in session state. Knows content only."""
