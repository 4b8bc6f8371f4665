"""My visit: one Summary of what the person told us, and every format of the sheet made from it."""
