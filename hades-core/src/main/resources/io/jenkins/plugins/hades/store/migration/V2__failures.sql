-- The class of failure of an operation that failed, so that callers can tell apart a bad input and a server that is not there.

ALTER TABLE operation ADD COLUMN failure VARCHAR;
