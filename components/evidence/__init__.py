"""Evidence: the claim ledger and the checked references."""
