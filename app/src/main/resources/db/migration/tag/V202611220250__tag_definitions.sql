-- What a bank has changed in the catalogue of tags, as YAML of one tag. Nothing is ever overwritten.
CREATE TABLE tag_definition (
    id         text NOT NULL,
    version    int NOT NULL,
    yaml       text NOT NULL,
    state      text NOT NULL CHECK (state IN ('draft', 'approved', 'rejected')),
    saved_by   text NOT NULL,
    saved_at   timestamptz NOT NULL,
    decided_by text,
    decided_at timestamptz,
    PRIMARY KEY (id, version),
    CHECK (decided_by IS NULL OR decided_by <> saved_by)
);
COMMENT ON TABLE tag_definition IS 'the newest approved version of an id is in force, before the tag of that id that ships';
