-- Models made elsewhere as people bring them in: the file as it came, how it is used, and which version it became.
CREATE TABLE model_brought (
    run           bigint PRIMARY KEY,
    model         text NOT NULL,
    name          text NOT NULL,
    content       bytea NOT NULL,
    is_falling    boolean NOT NULL,
    is_calibrated boolean NOT NULL,
    reason        text NOT NULL,
    version       int,
    FOREIGN KEY (model, version) REFERENCES model_version
);
CREATE UNIQUE INDEX model_brought_version ON model_brought (model, version);
COMMENT ON COLUMN model_brought.is_falling IS 'whether a high score speaks against success';
COMMENT ON COLUMN model_brought.is_calibrated IS 'whether probabilities follow the outcomes of the rows it was brought in on';
