-- What the HTTP API remembers.

-- The answers to requests that were sent with a key, so that the same request sent again is not carried out again.
CREATE TABLE answered_request (
    caller VARCHAR NOT NULL,
    request_key VARCHAR NOT NULL,
    fingerprint VARCHAR NOT NULL,
    status INTEGER NOT NULL,
    body VARCHAR NOT NULL,
    answered_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (caller, request_key)
);
CREATE INDEX answered_request_by_time ON answered_request (answered_at);

-- Who did what to what. Names are kept as they were, so the rows refer to nothing that may go.
CREATE TABLE audit_record (
    id BIGINT GENERATED ALWAYS AS IDENTITY (CACHE 1) PRIMARY KEY,
    recorded_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    actor VARCHAR NOT NULL,
    origin VARCHAR NOT NULL,
    action VARCHAR NOT NULL,
    outcome VARCHAR NOT NULL,
    project_id UUID,
    project_name VARCHAR NOT NULL,
    environment_id UUID,
    environment_name VARCHAR NOT NULL,
    detail VARCHAR NOT NULL
);
CREATE INDEX audit_record_by_project ON audit_record (project_id, id);
CREATE INDEX audit_record_by_actor ON audit_record (actor, id);
CREATE INDEX audit_record_by_time ON audit_record (recorded_at);
