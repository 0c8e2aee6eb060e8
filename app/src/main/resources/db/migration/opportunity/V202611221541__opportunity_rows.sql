-- A chance to help a customer with a product, worked by one person at a time. No personal data: customers are numbers.
CREATE TABLE opportunity (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer        int NOT NULL,
    product         text NOT NULL,
    stage           text NOT NULL CHECK (stage IN ('new', 'contacted', 'interested', 'appointed', 'applied', 'won', 'lost', 'expired')),
    place           text NOT NULL CHECK (place IN ('unassigned', 'private', 'public')),
    owner           text,
    assigned_at     timestamptz,
    assigned_why    text NOT NULL DEFAULT '',
    value_fen       bigint,
    chance          double precision,
    limit_fen       bigint,
    found_at        timestamptz NOT NULL,
    due_at          timestamptz NOT NULL,
    expires_on      date NOT NULL,
    next_at         timestamptz,
    attempts        int NOT NULL DEFAULT 0,
    last_contact_at timestamptz,
    escalated_at    timestamptz,
    closed_at       timestamptz,
    close_reason    text NOT NULL DEFAULT '',
    CHECK ((place = 'private') = (owner IS NOT NULL)),
    CHECK ((closed_at IS NOT NULL) = (stage IN ('won', 'lost', 'expired')))
);
COMMENT ON COLUMN opportunity.owner IS 'staff code of who works it';
COMMENT ON COLUMN opportunity.value_fen IS 'what a call is expected to bring after its cost; null where no score is known';
COMMENT ON COLUMN opportunity.chance IS 'that the customer applies and is approved; null where no score is known';
COMMENT ON COLUMN opportunity.due_at IS 'the end of the service clock: the first contact is due by then';
COMMENT ON COLUMN opportunity.next_at IS 'the follow-up that was agreed';
-- One open row for each customer and product: what else speaks for it becomes a further reason.
CREATE UNIQUE INDEX opportunity_one_open ON opportunity (customer, product) WHERE closed_at IS NULL;
CREATE INDEX opportunity_of_owner ON opportunity (owner) WHERE closed_at IS NULL;
CREATE INDEX opportunity_place ON opportunity (place) WHERE closed_at IS NULL;

-- Why it is one: rules, tasks of campaigns, lists. The newest sighting of each.
CREATE TABLE opportunity_reason (
    opportunity bigint NOT NULL REFERENCES opportunity (id),
    source      text NOT NULL CHECK (source IN ('rule', 'task', 'list')),
    code        text NOT NULL,
    touch       bigint,
    seen_on     date NOT NULL,
    sensitive   boolean NOT NULL,
    bureau      boolean NOT NULL,
    PRIMARY KEY (opportunity, source, code)
);
COMMENT ON COLUMN opportunity_reason.code IS 'the rule, the campaign, the number of the list';
COMMENT ON COLUMN opportunity_reason.touch IS 'of a task: the touch it came from';
COMMENT ON COLUMN opportunity_reason.sensitive IS 'whether financial data chose the customer (PIPL 28)';
CREATE INDEX opportunity_reason_touch ON opportunity_reason (touch) WHERE touch IS NOT NULL;

-- Everything that happened to it.
CREATE TABLE opportunity_event (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    opportunity bigint NOT NULL REFERENCES opportunity (id),
    at          timestamptz NOT NULL,
    by          text NOT NULL,
    kind        text NOT NULL,
    detail      text NOT NULL
);
CREATE INDEX opportunity_event_of ON opportunity_event (opportunity, id);

CREATE FUNCTION opportunity_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'OPP-1001: the history of opportunities is append-only' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER opportunity_event_no_change BEFORE UPDATE OR DELETE ON opportunity_event
    FOR EACH ROW EXECUTE FUNCTION opportunity_is_append_only();
CREATE TRIGGER opportunity_event_no_truncate BEFORE TRUNCATE ON opportunity_event
    FOR EACH STATEMENT EXECUTE FUNCTION opportunity_is_append_only();

-- Named lists somebody made out of an audience.
CREATE TABLE opportunity_list (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name       text NOT NULL UNIQUE,
    audience   bigint NOT NULL,
    products   text[] NOT NULL,
    note       text NOT NULL,
    expires_on date NOT NULL,
    clock_hours int NOT NULL CHECK (clock_hours > 0),
    made_by    text NOT NULL,
    made_at    timestamptz NOT NULL,
    filled_at  timestamptz,
    chosen     int NOT NULL DEFAULT 0,
    found      int NOT NULL DEFAULT 0
);
COMMENT ON COLUMN opportunity_list.chosen IS 'customers of the audience on the day it was filled';
COMMENT ON COLUMN opportunity_list.found IS 'of them, those who became an opportunity or one more reason of one';
