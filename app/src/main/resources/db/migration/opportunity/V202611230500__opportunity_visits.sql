-- How a customer was approached: numbers taken and visits begun are both touches.
ALTER TABLE opportunity_dial ADD COLUMN way text NOT NULL DEFAULT 'call' CHECK (way IN ('call', 'visit'));
ALTER TABLE opportunity_contact ADD COLUMN way text NOT NULL DEFAULT 'call' CHECK (way IN ('call', 'visit'));

-- Visits to customers. Both times are the server's; a person is at one place at a time.
CREATE TABLE opportunity_visit (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    opportunity bigint NOT NULL REFERENCES opportunity (id),
    staff       text NOT NULL,
    touch       text NOT NULL,
    began_at    timestamptz NOT NULL,
    ended_at    timestamptz,
    lapsed_at   timestamptz,
    contact     uuid REFERENCES opportunity_contact (key),
    position    bytea,
    accuracy_m  int,
    town        text,
    distance_km double precision,
    CHECK ((ended_at IS NULL) = (contact IS NULL)),
    CHECK (ended_at IS NULL OR lapsed_at IS NULL),
    CHECK ((position IS NULL) = (accuracy_m IS NULL)),
    CHECK ((distance_km IS NULL) = (town IS NULL))
);
COMMENT ON COLUMN opportunity_visit.position IS 'latitude and longitude as the phone told at the beginning, encrypted; null where the person did not give it';
COMMENT ON COLUMN opportunity_visit.town IS 'the town the position is measured against; null where its place is not known';
COMMENT ON COLUMN opportunity_visit.lapsed_at IS 'when it was given up unfinished: another began, on another day or after the customer was given to somebody else';
CREATE UNIQUE INDEX opportunity_visit_one_open ON opportunity_visit (staff) WHERE ended_at IS NULL AND lapsed_at IS NULL;
CREATE INDEX opportunity_visit_of ON opportunity_visit (opportunity);
CREATE INDEX opportunity_visit_newest ON opportunity_visit (began_at DESC);

-- Photos of visits: made anew by the server, so that nothing but the picture is in them, and encrypted.
CREATE TABLE opportunity_visit_photo (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    visit   bigint NOT NULL REFERENCES opportunity_visit (id),
    at      timestamptz NOT NULL,
    photo   bytea NOT NULL,
    print   bit(256) NOT NULL,
    same_as bigint REFERENCES opportunity_visit_photo (id)
);
COMMENT ON COLUMN opportunity_visit_photo.print IS 'which of neighbouring points is brighter: alike for the same picture at any size';
COMMENT ON COLUMN opportunity_visit_photo.same_as IS 'the first photo of an earlier visit that shows the same picture';
CREATE INDEX opportunity_visit_photo_of ON opportunity_visit_photo (visit);
