-- The records of Hades. Written in the SQL that H2 and PostgreSQL have in common; ${stored} is what PostgreSQL wants to read after the
-- expression of a generated column. Columns that hold JSON are strings, as nothing in them is searched.

CREATE TABLE project (
    id UUID PRIMARY KEY,
    name VARCHAR NOT NULL,
    saved_at TIMESTAMP(6) WITH TIME ZONE NOT NULL
);
CREATE INDEX project_by_name ON project (name);

CREATE TABLE environment (
    id UUID PRIMARY KEY,
    project_id UUID NOT NULL REFERENCES project (id),
    name VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    reason VARCHAR,
    detail VARCHAR NOT NULL,
    release_number INTEGER NOT NULL,
    since TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    url VARCHAR NOT NULL,
    -- Its name while it is not gone, so that a project has one living environment of a name.
    living_name VARCHAR GENERATED ALWAYS AS (CASE WHEN status <> 'GONE' THEN name END) ${stored},
    CONSTRAINT environment_has_a_name_of_its_own UNIQUE (project_id, living_name),
    CONSTRAINT environment_fails_for_a_reason CHECK ((status = 'FAILURE') = (reason IS NOT NULL))
);

CREATE TABLE environment_lock (
    environment_id UUID PRIMARY KEY REFERENCES environment (id),
    holder VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    held_since TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    held_until TIMESTAMP(6) WITH TIME ZONE NOT NULL
);

-- Rows are only ever added. The newest version of a name is what it is now; a removal is a version too.
CREATE TABLE variable_version (
    environment_id UUID NOT NULL REFERENCES environment (id),
    scope VARCHAR NOT NULL,
    name VARCHAR NOT NULL,
    version INTEGER NOT NULL,
    removed BOOLEAN NOT NULL,
    build_phase BOOLEAN NOT NULL,
    run_phase BOOLEAN NOT NULL,
    secret BOOLEAN NOT NULL,
    plain VARCHAR,
    sealed ${bytes},
    actor VARCHAR NOT NULL,
    changed_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (environment_id, scope, name, version),
    CONSTRAINT variable_is_plain_or_sealed CHECK (
        (plain IS NOT NULL) = (NOT removed AND NOT secret) AND (sealed IS NOT NULL) = (NOT removed AND secret))
);

CREATE TABLE operation (
    id BIGINT GENERATED ALWAYS AS IDENTITY (CACHE 1) PRIMARY KEY,
    environment_id UUID NOT NULL REFERENCES environment (id),
    kind VARCHAR NOT NULL,
    request VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    actor VARCHAR NOT NULL,
    origin VARCHAR NOT NULL,
    token VARCHAR NOT NULL UNIQUE,
    owner VARCHAR NOT NULL,
    attempts INTEGER NOT NULL,
    heartbeat TIMESTAMP(6) WITH TIME ZONE,
    cancel_requested VARCHAR,
    requested_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    started_at TIMESTAMP(6) WITH TIME ZONE,
    ended_at TIMESTAMP(6) WITH TIME ZONE,
    release_number INTEGER,
    outcome VARCHAR NOT NULL,
    -- Its environment while it runs, so that an environment has one running operation.
    running_in UUID GENERATED ALWAYS AS (CASE WHEN status = 'RUNNING' THEN environment_id END) ${stored},
    CONSTRAINT operation_runs_alone UNIQUE (running_in),
    CONSTRAINT operation_is_owned_while_it_runs CHECK ((status = 'RUNNING') = (owner <> ''))
);
CREATE INDEX operation_by_environment ON operation (environment_id, id);
CREATE INDEX operation_by_status ON operation (status, id);

CREATE TABLE operation_step (
    operation_id BIGINT NOT NULL REFERENCES operation (id),
    step_position INTEGER NOT NULL,
    name VARCHAR NOT NULL,
    started_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    ended_at TIMESTAMP(6) WITH TIME ZONE,
    failed BOOLEAN NOT NULL,
    PRIMARY KEY (operation_id, step_position)
);

CREATE TABLE release_record (
    environment_id UUID NOT NULL REFERENCES environment (id),
    release_number INTEGER NOT NULL,
    revision VARCHAR NOT NULL,
    artifact VARCHAR NOT NULL,
    -- What went into the artifact, by which it is found again; null where it was not built here.
    inputs VARCHAR,
    variables VARCHAR NOT NULL,
    target VARCHAR NOT NULL,
    settings VARCHAR NOT NULL,
    build_server VARCHAR NOT NULL,
    deploy_server VARCHAR NOT NULL,
    operation_id BIGINT NOT NULL REFERENCES operation (id),
    recorded_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (environment_id, release_number)
);
CREATE INDEX release_by_inputs ON release_record (inputs);
CREATE INDEX release_by_operation ON release_record (operation_id);

-- Names the process that has the store open, where several machines reach the database: one row.
CREATE TABLE store_owner (
    token UUID PRIMARY KEY,
    owner VARCHAR NOT NULL
);
