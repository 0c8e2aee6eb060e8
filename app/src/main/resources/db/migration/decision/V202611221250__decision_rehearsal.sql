-- What a version of a policy would have done to the past. A row never changes; the newest of a version counts.
CREATE TABLE rehearsal (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind        text NOT NULL,
    definition  text NOT NULL,
    version     integer NOT NULL,
    asked_by    text NOT NULL,
    created_at  timestamptz NOT NULL,
    result      jsonb NOT NULL
);
CREATE INDEX rehearsal_version ON rehearsal (kind, definition, version, id DESC);
