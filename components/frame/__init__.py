"""Around every page: the server's walls, the script of a visit, the page top, the look, how a claim is shown."""
