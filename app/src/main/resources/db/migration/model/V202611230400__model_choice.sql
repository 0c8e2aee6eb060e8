-- What analysts chose before a training: the run that looks at the rows and the run that trains both find it here.
CREATE TABLE model_choice (
    run         bigint PRIMARY KEY,
    base        text NOT NULL,
    model       text NOT NULL,
    declaration text NOT NULL,
    outlook     text,
    version     int
);
COMMENT ON COLUMN model_choice.base IS 'the model it was chosen from; the model itself unless it is a copy';
COMMENT ON COLUMN model_choice.outlook IS 'JSON: the rows it would learn from, once they were looked at';
COMMENT ON COLUMN model_choice.version IS 'the version that was trained';
