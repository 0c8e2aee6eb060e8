-- Finished contact plans: what pages show of them, and the list people work from. The full ledger is in the lake.
CREATE TABLE contact_plan (
    id          text PRIMARY KEY,
    campaign    text NOT NULL,
    as_of       timestamptz NOT NULL,
    created_at  timestamptz NOT NULL,
    chosen      integer NOT NULL,
    summary     jsonb NOT NULL,
    campaign_file text NOT NULL
);
CREATE INDEX contact_plan_newest ON contact_plan (created_at DESC);

CREATE TABLE planned_contact (
    plan        text NOT NULL REFERENCES contact_plan (id),
    rank        integer NOT NULL,
    customer    integer NOT NULL,
    grade       char(1) NOT NULL,
    channel     text NOT NULL,
    channel_zh  text NOT NULL,
    channel_en  text NOT NULL,
    probability double precision NOT NULL CHECK (probability BETWEEN 0 AND 1),
    expected_value_fen bigint NOT NULL,
    reasons_zh  text[] NOT NULL,
    reasons_en  text[] NOT NULL,
    script_zh   text NOT NULL,
    script_en   text NOT NULL,
    PRIMARY KEY (plan, rank)
);
CREATE INDEX planned_contact_customer ON planned_contact (customer);
