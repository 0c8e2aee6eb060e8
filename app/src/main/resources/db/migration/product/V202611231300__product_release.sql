-- How approved versions of products, tables and caps are used, one row a change. Nothing is ever overwritten: what held after any release can be
-- asked again.
CREATE TABLE product_release (
    number      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind        text NOT NULL,
    id          text NOT NULL,
    version     int NOT NULL,
    stage       text NOT NULL CHECK (stage IN ('shadow', 'challenger', 'in_force', 'withdrawn')),
    share       int NOT NULL,
    released_by text NOT NULL,
    released_at timestamptz NOT NULL,
    reason      text NOT NULL,
    FOREIGN KEY (kind, id, version) REFERENCES product_definition,
    CHECK (CASE stage WHEN 'challenger' THEN share BETWEEN 1 AND 99 WHEN 'in_force' THEN share = 100 ELSE share = 0 END)
);
CREATE INDEX product_release_version ON product_release (kind, id, version, number DESC);
COMMENT ON COLUMN product_release.share IS 'customers of a hundred the version decides for';

INSERT INTO product_release (kind, id, version, stage, share, released_by, released_at, reason)
SELECT kind, id, version, 'in_force', 100, decided_by, decided_at, ''
FROM product_definition WHERE state = 'approved' ORDER BY decided_at, kind, id, version;
