-- Complaints as they stand; what people said is encrypted.
CREATE TABLE complaint (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    request    text NOT NULL UNIQUE,
    customer   int NOT NULL,
    entrance   text NOT NULL CHECK (entrance IN ('call', 'branch', 'app', 'letter', 'regulator')),
    subject    text NOT NULL CHECK (subject IN ('harassment', 'fee', 'service', 'privacy', 'collection', 'other')),
    severity   text NOT NULL CHECK (severity IN ('serious', 'ordinary')),
    story      bytea NOT NULL,
    owner      text NOT NULL,
    taken_at   timestamptz NOT NULL,
    talk_by    timestamptz NOT NULL,
    decide_by  timestamptz NOT NULL,
    talked_at  timestamptz,
    finding    text CHECK (finding IN ('justified', 'partly', 'unfounded', 'withdrawn')),
    decided_at timestamptz,
    hold       bigint REFERENCES contact_hold,
    CHECK ((finding IS NULL) = (decided_at IS NULL))
);
COMMENT ON COLUMN complaint.request IS 'names the intake for ever: the same one again is the same complaint';
COMMENT ON COLUMN complaint.hold IS 'what keeps marketing away while it is open';
CREATE INDEX complaint_customer ON complaint (customer, taken_at DESC);
CREATE INDEX complaint_open ON complaint (decide_by) WHERE finding IS NULL;
CREATE INDEX complaint_taken ON complaint (taken_at);

-- What was done about them. Append-only.
CREATE TABLE complaint_step (
    id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    complaint bigint NOT NULL REFERENCES complaint,
    kind      text NOT NULL,
    words     bytea NOT NULL,
    by_user   text NOT NULL,
    at        timestamptz NOT NULL
);
CREATE INDEX complaint_step_of ON complaint_step (complaint, id);
CREATE TRIGGER complaint_step_no_change BEFORE UPDATE OR DELETE ON complaint_step
    FOR EACH ROW EXECUTE FUNCTION compliance_is_append_only();
CREATE TRIGGER complaint_step_no_truncate BEFORE TRUNCATE ON complaint_step
    FOR EACH STATEMENT EXECUTE FUNCTION compliance_is_append_only();
