-- Customers handed over together: by whom, until when, why, and to whom each of them went.
CREATE TABLE handover (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    from_staff  text,
    branch_path text NOT NULL,
    last_day    date,
    reason      text NOT NULL,
    opportunities int NOT NULL,
    promised    int NOT NULL,
    made_by     text NOT NULL,
    made_at     timestamptz NOT NULL,
    made_on     date NOT NULL,
    undone_at   timestamptz,
    returned_at timestamptz,
    CHECK (undone_at IS NULL OR returned_at IS NULL)
);
COMMENT ON COLUMN handover.from_staff IS 'whose customers all went; null where customers were chosen one by one';
COMMENT ON COLUMN handover.branch_path IS 'the branch of who made it';
COMMENT ON COLUMN handover.opportunities IS 'open ones that went, also of customers who stay with whoever leads them';
COMMENT ON COLUMN handover.promised IS 'how many of these had a follow-up agreed';
COMMENT ON COLUMN handover.last_day IS 'the last business day; null for good';

CREATE TABLE handover_customer (
    handover      bigint NOT NULL REFERENCES handover (id),
    customer      int NOT NULL,
    from_staff    text,
    to_staff      text NOT NULL,
    opportunities int NOT NULL,
    promised      int NOT NULL,
    read_at       timestamptz,
    read_by       text,
    PRIMARY KEY (handover, customer),
    CHECK ((read_at IS NULL) = (read_by IS NULL))
);
COMMENT ON COLUMN handover_customer.read_at IS 'when the receiver said that they have read what there is to know';
CREATE INDEX handover_customer_to ON handover_customer (to_staff, handover);

-- A move of opportunities that is part of a handover is undone with it and not by itself.
ALTER TABLE opportunity_move ADD COLUMN handover bigint REFERENCES handover (id);
CREATE INDEX opportunity_move_handover ON opportunity_move (handover) WHERE handover IS NOT NULL;
