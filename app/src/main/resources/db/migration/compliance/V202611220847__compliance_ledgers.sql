-- What customers said about consents. Append-only: a withdrawal is a row of its own.
CREATE TABLE consent_entry (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer    int NOT NULL,
    purpose     text NOT NULL,
    data_class  text NOT NULL,
    recipient   text NOT NULL,
    channel     text NOT NULL,
    granted     boolean NOT NULL,
    version     text NOT NULL,
    evidence    text NOT NULL,
    said_at     timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_by text NOT NULL,
    lake_id     bigint
);
COMMENT ON COLUMN consent_entry.data_class IS '* for all data the text names';
COMMENT ON COLUMN consent_entry.recipient IS 'who besides the bank gets the data; empty for nobody';
COMMENT ON COLUMN consent_entry.channel IS '* for all channels';
COMMENT ON COLUMN consent_entry.lake_id IS 'the row of the bank''s own consents it was taken from; empty for what was recorded here';
CREATE INDEX consent_entry_customer ON consent_entry (customer, purpose, said_at DESC);
CREATE UNIQUE INDEX consent_entry_lake ON consent_entry (customer, lake_id) WHERE lake_id IS NOT NULL;

-- Every touch that was to leave the bank: cleared or withheld, with all reasons.
CREATE TABLE contact_entry (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    touch        text NOT NULL,
    customer     int NOT NULL,
    campaign     text NOT NULL,
    wave         text NOT NULL,
    channel      text NOT NULL,
    copy         text NOT NULL,
    sender       text NOT NULL,
    staff        text NOT NULL,
    personalised boolean NOT NULL,
    verdict      text NOT NULL CHECK (verdict IN ('cleared', 'withheld')),
    reasons      text[] NOT NULL,
    at           timestamptz NOT NULL,
    recorded_at  timestamptz NOT NULL,
    rules        text NOT NULL,
    origin       text NOT NULL CHECK (origin IN ('yinhang', 'bank')),
    lake_id      bigint,
    CHECK ((verdict = 'cleared') = (cardinality(reasons) = 0))
);
COMMENT ON COLUMN contact_entry.touch IS 'names the touch for ever; cleared at most once';
COMMENT ON COLUMN contact_entry.at IS 'the business instant; recorded_at is the real one';
COMMENT ON COLUMN contact_entry.origin IS 'bank for touches other systems made, taken from the lake so that caps count them';
CREATE UNIQUE INDEX contact_entry_once ON contact_entry (touch) WHERE verdict = 'cleared';
CREATE UNIQUE INDEX contact_entry_lake ON contact_entry (customer, lake_id) WHERE lake_id IS NOT NULL;
CREATE INDEX contact_entry_customer ON contact_entry (customer, at DESC);
CREATE INDEX contact_entry_newest ON contact_entry (at DESC, id DESC);
CREATE INDEX contact_entry_campaign ON contact_entry (campaign, at DESC);
CREATE INDEX contact_entry_reasons ON contact_entry USING gin (reasons);

CREATE FUNCTION compliance_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'CMP-1001: this ledger is append-only' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER consent_no_change BEFORE UPDATE OR DELETE ON consent_entry
    FOR EACH ROW EXECUTE FUNCTION compliance_is_append_only();
CREATE TRIGGER consent_no_truncate BEFORE TRUNCATE ON consent_entry
    FOR EACH STATEMENT EXECUTE FUNCTION compliance_is_append_only();
CREATE TRIGGER contact_no_change BEFORE UPDATE OR DELETE ON contact_entry
    FOR EACH ROW EXECUTE FUNCTION compliance_is_append_only();
CREATE TRIGGER contact_no_truncate BEFORE TRUNCATE ON contact_entry
    FOR EACH STATEMENT EXECUTE FUNCTION compliance_is_append_only();

-- Who is left in peace by hand. Lifting keeps the row.
CREATE TABLE contact_hold (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer    int NOT NULL,
    kind        text NOT NULL CHECK (kind IN ('complaint', 'collections', 'deceased', 'minor', 'manual')),
    reason      text NOT NULL,
    set_by      text NOT NULL,
    set_at      timestamptz NOT NULL,
    expires_at  timestamptz,
    lifted_by   text,
    lifted_at   timestamptz,
    lift_reason text,
    CHECK ((lifted_by IS NULL) = (lifted_at IS NULL))
);
CREATE INDEX contact_hold_customer ON contact_hold (customer) WHERE lifted_at IS NULL;

-- Versions of the dated rules. The approved one that began last holds.
CREATE TABLE contact_rule (
    kind        text NOT NULL,
    version     int NOT NULL,
    yaml        text NOT NULL,
    valid_from  date NOT NULL,
    note        text NOT NULL,
    state       text NOT NULL CHECK (state IN ('draft', 'approved', 'rejected')),
    saved_by    text NOT NULL,
    saved_at    timestamptz NOT NULL,
    decided_by  text,
    decided_at  timestamptz,
    PRIMARY KEY (kind, version),
    CHECK (decided_by IS NULL OR decided_by <> saved_by)
);

-- How far the bank's own consents and contacts have been taken over, in microseconds of their recording.
CREATE TABLE compliance_intake (
    source   text PRIMARY KEY,
    recorded bigint NOT NULL
);
