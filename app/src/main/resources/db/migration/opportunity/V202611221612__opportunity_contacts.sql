-- What is said, step by step: versions made by one and approved by another.
CREATE TABLE opportunity_script (
    code       text NOT NULL,
    version    int NOT NULL,
    yaml       text NOT NULL,
    state      text NOT NULL CHECK (state IN ('draft', 'approved', 'rejected')),
    made_by    text NOT NULL,
    made_at    timestamptz NOT NULL,
    decided_by text,
    decided_at timestamptz,
    PRIMARY KEY (code, version),
    CHECK (decided_by IS DISTINCT FROM made_by),
    CHECK ((state = 'draft') = (decided_by IS NULL))
);

-- Every contact somebody recorded, once for each key.
CREATE TABLE opportunity_contact (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    key         uuid NOT NULL UNIQUE,
    opportunity bigint NOT NULL REFERENCES opportunity (id),
    touch       text NOT NULL,
    at          timestamptz NOT NULL,
    staff       text NOT NULL,
    outcome     text NOT NULL CHECK (outcome IN ('reached', 'not-reached', 'refused', 'opt-out')),
    need        text NOT NULL,
    objection   text NOT NULL,
    next_step   text NOT NULL,
    next_at     timestamptz,
    note        bytea,
    script      text NOT NULL,
    script_version int NOT NULL
);
COMMENT ON COLUMN opportunity_contact.touch IS 'its row in the contact ledger; empty where the customer called';
COMMENT ON COLUMN opportunity_contact.note IS 'encrypted: people write names into notes';
CREATE INDEX opportunity_contact_of ON opportunity_contact (opportunity, id);
CREATE INDEX opportunity_contact_staff ON opportunity_contact (staff, at);
CREATE TRIGGER opportunity_contact_no_change BEFORE UPDATE OR DELETE ON opportunity_contact
    FOR EACH ROW EXECUTE FUNCTION opportunity_is_append_only();

-- Numbers taken from a page: each is a touch in the contact ledger.
CREATE TABLE opportunity_dial (
    touch       text PRIMARY KEY,
    opportunity bigint NOT NULL REFERENCES opportunity (id),
    staff       text NOT NULL,
    at          timestamptz NOT NULL
);
CREATE INDEX opportunity_dial_staff ON opportunity_dial (staff, at);

-- Calendars people subscribe to; only a hash of the secret is kept.
CREATE TABLE opportunity_calendar (
    staff      text PRIMARY KEY,
    token_hash text NOT NULL UNIQUE,
    made_at    timestamptz NOT NULL
);
