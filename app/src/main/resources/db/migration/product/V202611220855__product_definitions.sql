-- What a bank has changed in products, decision tables and cost caps, as YAML of one definition. Nothing is ever overwritten.
CREATE TABLE product_definition (
    kind       text NOT NULL CHECK (kind IN ('product', 'table', 'cap')),
    id         text NOT NULL,
    version    int NOT NULL CHECK (version > 0),
    yaml       text NOT NULL,
    state      text NOT NULL CHECK (state IN ('draft', 'approved', 'rejected')),
    saved_by   text NOT NULL,
    saved_at   timestamptz NOT NULL,
    decided_by text,
    decided_at timestamptz,
    PRIMARY KEY (kind, id, version),
    CHECK (decided_by IS NULL OR decided_by <> saved_by)
);
COMMENT ON TABLE product_definition IS
    'of each id the newest approved version whose dates hold a day is in force on it; version 0 is the one that ships';
