-- Campaigns played on the past months before anybody approves them, a row for every time.
CREATE TABLE campaign_past (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    campaign    bigint NOT NULL REFERENCES campaign (id),
    version     integer NOT NULL,
    asked_by    text NOT NULL,
    created_at  timestamptz NOT NULL,
    result      jsonb NOT NULL
);
CREATE INDEX campaign_past_version ON campaign_past (campaign, version, id DESC);
