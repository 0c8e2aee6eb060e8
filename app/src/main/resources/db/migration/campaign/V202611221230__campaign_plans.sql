-- Campaigns. The plan is one document; every text it ever had is kept.
CREATE TABLE campaign (
    id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code         text NOT NULL UNIQUE,
    state        text NOT NULL CHECK (state IN ('draft', 'in_approval', 'approved', 'running', 'paused', 'finished', 'killed')),
    version      int NOT NULL,
    plan         jsonb NOT NULL,
    salt         text NOT NULL,
    owner        text NOT NULL,
    made_at      timestamptz NOT NULL,
    changed_by   text NOT NULL,
    changed_at   timestamptz NOT NULL,
    submitted_by text,
    approved_by  text,
    launched_at  timestamptz,
    ended_at     timestamptz,
    CHECK (approved_by IS NULL OR (approved_by <> submitted_by AND approved_by <> changed_by))
);
COMMENT ON COLUMN campaign.changed_by IS 'who changed the plan last; nobody approves their own';
CREATE INDEX campaign_newest ON campaign (changed_at DESC, id DESC);

CREATE TABLE campaign_version (
    campaign   bigint NOT NULL REFERENCES campaign (id),
    version    int NOT NULL,
    plan       jsonb NOT NULL,
    changed_by text NOT NULL,
    changed_at timestamptz NOT NULL,
    PRIMARY KEY (campaign, version)
);

-- The waves of a launched campaign, each prepared once on its day.
CREATE TABLE campaign_wave (
    campaign    bigint NOT NULL REFERENCES campaign (id),
    wave        text NOT NULL,
    place       int NOT NULL,
    due_on      date NOT NULL,
    state       text NOT NULL CHECK (state IN ('waiting', 'prepared')),
    chosen      bigint NOT NULL DEFAULT 0,
    control     bigint NOT NULL DEFAULT 0,
    held_out    bigint NOT NULL DEFAULT 0,
    unreached   bigint NOT NULL DEFAULT 0,
    prepared_at timestamptz,
    PRIMARY KEY (campaign, wave)
);
COMMENT ON COLUMN campaign_wave.unreached IS 'chosen, and no step of the wave is for them';

-- Texts, each version made by one and approved by another.
CREATE TABLE creative (
    code       text NOT NULL,
    version    int NOT NULL,
    channel    text NOT NULL,
    subject    text NOT NULL,
    text       text NOT NULL,
    state      text NOT NULL CHECK (state IN ('draft', 'approved', 'rejected')),
    made_by    text NOT NULL,
    made_at    timestamptz NOT NULL,
    decided_by text,
    decided_at timestamptz,
    PRIMARY KEY (code, version),
    CHECK (decided_by IS NULL OR decided_by <> made_by)
);

-- Which arm of an experiment a customer belongs to, written when they are first chosen and never changed.
CREATE TABLE exposure (
    experiment  text NOT NULL,
    customer    int NOT NULL,
    arm         text NOT NULL,
    assigned_at timestamptz NOT NULL,
    PRIMARY KEY (experiment, customer)
);
COMMENT ON COLUMN exposure.experiment IS 'hold-out for the standing hold-out of all campaigns, otherwise the code of a campaign';

CREATE FUNCTION exposure_is_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'CAM-1001: an assignment never changes' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER exposure_no_change BEFORE UPDATE OR DELETE ON exposure
    FOR EACH ROW EXECUTE FUNCTION exposure_is_final();

-- The standing hold-out: customers no campaign touches, so that all of them together can be measured.
CREATE TABLE hold_out (
    only_one    boolean PRIMARY KEY DEFAULT true CHECK (only_one),
    salt        text NOT NULL,
    share_parts int NOT NULL CHECK (share_parts BETWEEN 0 AND 2000)
);
COMMENT ON COLUMN hold_out.share_parts IS 'in ten-thousandths of all customers';
INSERT INTO hold_out (salt, share_parts) VALUES (gen_random_uuid()::text, 200);
