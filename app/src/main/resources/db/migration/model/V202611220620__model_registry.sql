-- Trained versions of the declared models; their files stand in the data folder under the name of their hash.
CREATE TABLE model_version (
    model      text NOT NULL,
    version    int NOT NULL,
    trained_by text NOT NULL,
    trained_at timestamptz NOT NULL,
    figures    text NOT NULL,
    impact     text,
    file       text NOT NULL,
    PRIMARY KEY (model, version)
);
COMMENT ON COLUMN model_version.figures IS 'JSON: provenance and worth on held-out days';
COMMENT ON COLUMN model_version.impact IS 'JSON: whom it would treat differently; needed before approval';

-- Every step of a version; nothing is ever overwritten. The newest step of a version says where it stands.
CREATE TABLE model_decision (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    model      text NOT NULL,
    version    int NOT NULL,
    stage      text NOT NULL CHECK (stage IN ('draft', 'validated', 'approved', 'challenger', 'champion', 'retired')),
    decided_by text NOT NULL,
    decided_at timestamptz NOT NULL,
    reason     text NOT NULL,
    FOREIGN KEY (model, version) REFERENCES model_version
);
CREATE INDEX model_decision_of ON model_decision (model, version, id DESC);

-- What the watch has found about champions, day after day.
CREATE TABLE model_health (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    model   text NOT NULL,
    version int NOT NULL,
    at      timestamptz NOT NULL,
    health  text NOT NULL,
    FOREIGN KEY (model, version) REFERENCES model_version
);
CREATE INDEX model_health_of ON model_health (model, id DESC);
