-- What a version showed on the days kept for judging: the curves of its page, and its scores there, so that two versions can be
-- compared on the same rows.
CREATE TABLE model_evidence (
    model    text NOT NULL,
    version  int NOT NULL,
    evidence text NOT NULL,
    held_out bytea NOT NULL,
    PRIMARY KEY (model, version),
    FOREIGN KEY (model, version) REFERENCES model_version
);
COMMENT ON COLUMN model_evidence.evidence IS 'JSON: curves, intervals, periods, groups, influences';
COMMENT ON COLUMN model_evidence.held_out IS 'a row of 17 bytes each: day and customer, probability, outcome';
