-- What a version on trial would have said beside each live decision, or what would have been said without it where it decided.
CREATE TABLE decision_trial (
    decision      bigint NOT NULL REFERENCES decision_entry (id) ON DELETE CASCADE,
    kind          text NOT NULL,
    id            text NOT NULL,
    version       int NOT NULL,
    decided       boolean NOT NULL,
    different     boolean NOT NULL,
    without_count int NOT NULL,
    with_count    int NOT NULL,
    without_rate  int,
    with_rate     int,
    without_limit bigint,
    with_limit    bigint,
    PRIMARY KEY (kind, id, version, decision)
);
CREATE INDEX decision_trial_decision ON decision_trial (decision);
COMMENT ON COLUMN decision_trial.decided IS 'whether the customer was answered by the version';
COMMENT ON COLUMN decision_trial.without_rate IS 'yearly rate of the first offer in ppm; limits in fen';
