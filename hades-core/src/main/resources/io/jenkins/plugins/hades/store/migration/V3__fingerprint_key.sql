-- The sealed key by which values of secrets are told apart in the key of a build's inputs; one row at most.
CREATE TABLE fingerprint_key (
    id INTEGER PRIMARY KEY,
    sealed ${bytes} NOT NULL
);
