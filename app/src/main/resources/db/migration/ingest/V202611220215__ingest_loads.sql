-- Loads from the inbox; a load that was stopped changed nothing, and its bad rows are listed in the rejects folder.
CREATE TABLE ingest_load (
    run          bigint PRIMARY KEY,
    mapping      text NOT NULL,
    requested_by text NOT NULL,
    requested_at timestamptz NOT NULL,
    finished_at  timestamptz,
    outcome      text NOT NULL,
    snapshot     bigint,
    rows         bigint NOT NULL DEFAULT 0,
    rejected     bigint NOT NULL DEFAULT 0,
    personal     int NOT NULL DEFAULT 0
);
COMMENT ON COLUMN ingest_load.run IS 'the number of the job run';

-- What became of each file in each canonical table; reasons as NAME=COUNT.
CREATE TABLE ingest_load_table (
    run           bigint NOT NULL REFERENCES ingest_load (run) ON DELETE CASCADE,
    place         int NOT NULL,
    source        text NOT NULL,
    file          text NOT NULL,
    name          text NOT NULL,
    loaded_before boolean NOT NULL,
    rows          bigint NOT NULL,
    known         bigint NOT NULL,
    rejected      bigint NOT NULL,
    reasons       text[] NOT NULL,
    personal      text[] NOT NULL,
    PRIMARY KEY (run, place)
);
