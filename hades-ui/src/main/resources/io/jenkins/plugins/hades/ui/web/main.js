// Finds out which page this is, and begins it.
