-- Success cases: how an opportunity was won, written by one, approved by another; nothing in them names the customer.
CREATE TABLE opportunity_case (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    opportunity bigint NOT NULL REFERENCES opportunity (id),
    product     text NOT NULL,
    reason      text NOT NULL,
    need        text NOT NULL,
    objection   text NOT NULL,
    title       text NOT NULL,
    told        text NOT NULL,
    said        text NOT NULL,
    answer      text NOT NULL,
    state       text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'approved', 'rejected')),
    made_by     text NOT NULL,
    made_at     timestamptz NOT NULL,
    decided_by  text,
    decided_at  timestamptz,
    decided_why text NOT NULL DEFAULT '',
    approved_at timestamptz,
    CHECK (decided_by IS DISTINCT FROM made_by),
    CHECK ((state = 'draft') = (decided_by IS NULL)),
    CHECK (state <> 'approved' OR approved_at IS NOT NULL)
);
COMMENT ON COLUMN opportunity_case.reason IS 'what first spoke for the opportunity: source.code';
COMMENT ON COLUMN opportunity_case.approved_at IS 'the business instant from which calls with it are set against calls without it';
CREATE UNIQUE INDEX opportunity_case_one ON opportunity_case (opportunity) WHERE state <> 'rejected';
CREATE INDEX opportunity_case_product ON opportunity_case (product) WHERE state = 'approved';

ALTER TABLE opportunity_contact ADD COLUMN success_case bigint REFERENCES opportunity_case (id);
COMMENT ON COLUMN opportunity_contact.success_case IS 'which success case was used; null for none';
