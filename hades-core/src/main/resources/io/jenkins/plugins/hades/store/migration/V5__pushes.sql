-- What is known of pushes.

-- The push that an operation was begun for, as JSON.
ALTER TABLE operation ADD COLUMN push VARCHAR;

-- The deliveries that told of pushes: what waits to be looked at, and what was looked at, so that none is taken twice.
CREATE TABLE push_delivery (
    delivery VARCHAR PRIMARY KEY,
    push VARCHAR NOT NULL,
    state VARCHAR NOT NULL,
    received_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
CREATE INDEX push_delivery_by_time ON push_delivery (received_at);
CREATE INDEX push_delivery_by_state ON push_delivery (state);

-- Which pushes deploy an environment, as its config was last seen to say.
CREATE TABLE push_rule (
    environment_id UUID PRIMARY KEY REFERENCES environment (id),
    rule VARCHAR NOT NULL
);
