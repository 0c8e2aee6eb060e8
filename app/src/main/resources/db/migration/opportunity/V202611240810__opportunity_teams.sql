-- Who attacks, who follows up, and what each is good at; whoever has no row does both.
CREATE TABLE opportunity_worker (
    staff   text PRIMARY KEY,
    team    text NOT NULL CHECK (team IN ('attack', 'follow-up', 'both')),
    skills  text[] NOT NULL,
    version int NOT NULL CHECK (version > 0),
    set_by  text NOT NULL,
    set_at  timestamptz NOT NULL
);
COMMENT ON COLUMN opportunity_worker.skills IS 'families of products (family.car) and codes of products';
COMMENT ON COLUMN opportunity_worker.version IS 'counts up with every change; who edits says which one they saw';

-- Opportunities that went from who attacks to who follows up after the first talk.
CREATE TABLE opportunity_pass (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    opportunity bigint NOT NULL REFERENCES opportunity (id),
    from_staff  text NOT NULL,
    to_staff    text NOT NULL,
    at          timestamptz NOT NULL,
    read_at     timestamptz,
    back_at     timestamptz,
    back_by     text,
    CHECK (from_staff <> to_staff),
    CHECK ((back_at IS NULL) = (back_by IS NULL))
);
COMMENT ON COLUMN opportunity_pass.read_at IS 'when whoever got it said they had read what happened before';
COMMENT ON COLUMN opportunity_pass.back_at IS 'when it went back to who passed it on';
CREATE INDEX opportunity_pass_of ON opportunity_pass (opportunity);
CREATE INDEX opportunity_pass_from ON opportunity_pass (from_staff, at);
CREATE INDEX opportunity_pass_to ON opportunity_pass (to_staff, at);
