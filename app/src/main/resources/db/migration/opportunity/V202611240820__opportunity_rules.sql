-- What makes an opportunity, as the bank says: versions made by one and approved by another. What ships is version 0 and no row.
CREATE TABLE opportunity_rule (
    code         text NOT NULL,
    version      int NOT NULL CHECK (version > 0),
    zh           text NOT NULL,
    en           text NOT NULL,
    condition    text NOT NULL,
    products     text[] NOT NULL CHECK (cardinality(products) > 0),
    expires_days int NOT NULL CHECK (expires_days > 0),
    clock_hours  int NOT NULL CHECK (clock_hours > 0),
    again_days   int NOT NULL CHECK (again_days >= 0),
    enabled      boolean NOT NULL,
    note         text NOT NULL,
    state        text NOT NULL CHECK (state IN ('draft', 'approved', 'rejected')),
    made_by      text NOT NULL,
    made_at      timestamptz NOT NULL,
    decided_by   text,
    decided_at   timestamptz,
    PRIMARY KEY (code, version),
    CHECK (decided_by IS DISTINCT FROM made_by),
    CHECK ((state = 'draft') = (decided_by IS NULL)),
    CHECK ((decided_by IS NULL) = (decided_at IS NULL))
);
COMMENT ON COLUMN opportunity_rule.enabled IS 'false: the rule finds nobody while this version is in force';
COMMENT ON COLUMN opportunity_rule.note IS 'what changes and why, by its maker';

-- What each rule came to in each run.
CREATE TABLE opportunity_rule_run (
    id       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code     text NOT NULL,
    version  int NOT NULL,
    day      date NOT NULL,
    at       timestamptz NOT NULL,
    chosen   int NOT NULL,
    withheld int NOT NULL,
    held_out int NOT NULL,
    silent   int NOT NULL,
    refused  int NOT NULL,
    opened   int NOT NULL,
    joined   int NOT NULL,
    fault    text NOT NULL
);
COMMENT ON COLUMN opportunity_rule_run.fault IS 'codes of what kept the rule from being asked; empty where it was';
CREATE INDEX opportunity_rule_run_of ON opportunity_rule_run (code, id);

-- By which version of its rule an opportunity was found last: its words stay those of that version.
ALTER TABLE opportunity_reason ADD COLUMN version int NOT NULL DEFAULT 0;
COMMENT ON COLUMN opportunity_reason.version IS 'of a rule; 0 for the one that ships, and for tasks and lists';
