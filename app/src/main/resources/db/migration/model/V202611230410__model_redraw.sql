-- Curves of a glass box as people draw them anew: what was tried, what it would do, and which version it became.
CREATE TABLE model_redraw (
    run     bigint PRIMARY KEY,
    model   text NOT NULL,
    parent  int NOT NULL,
    edits   text NOT NULL,
    reason  text NOT NULL,
    effect  text,
    version int,
    FOREIGN KEY (model, parent) REFERENCES model_version,
    FOREIGN KEY (model, version) REFERENCES model_version
);
CREATE UNIQUE INDEX model_redraw_version ON model_redraw (model, version);
COMMENT ON COLUMN model_redraw.edits IS 'JSON: what was changed about which curve, in order';
COMMENT ON COLUMN model_redraw.reason IS 'why, for a version; empty while it is only tried';
COMMENT ON COLUMN model_redraw.effect IS 'JSON: worth before and after on the same rows, and which customers move';
