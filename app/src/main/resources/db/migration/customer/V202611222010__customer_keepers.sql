-- Who keeps a customer: what the bank's own record says, unless somebody else was given the customer here.
ALTER TABLE customer RENAME COLUMN manager_code TO bank_manager;
DROP INDEX customer_manager;
ALTER TABLE customer ADD COLUMN handed_to text, ADD COLUMN deputy_code text;
ALTER TABLE customer ADD COLUMN manager_code text GENERATED ALWAYS AS (coalesce(handed_to, bank_manager)) STORED;
COMMENT ON COLUMN customer.bank_manager IS 'as the lake says; the only one of the four a refresh writes';
COMMENT ON COLUMN customer.handed_to IS 'the lead given here that is in force (customer_keeper); null for none';
COMMENT ON COLUMN customer.deputy_code IS 'the deputy in force (customer_keeper); null for none';
COMMENT ON COLUMN customer.manager_code IS 'who keeps the customer now';
CREATE INDEX customer_manager ON customer (manager_code);
CREATE INDEX customer_deputy ON customer (deputy_code) WHERE deputy_code IS NOT NULL;

-- Leads and deputies given here. The newest that is not ended is in force; when it ends, the one below it is again.
CREATE TABLE customer_keeper (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    customer   int NOT NULL,
    role       text NOT NULL CHECK (role IN ('lead', 'deputy')),
    staff      text NOT NULL,
    since      date NOT NULL,
    last_day   date,
    reason     text NOT NULL,
    bank_staff text,
    handover   bigint,
    made_by    text NOT NULL,
    made_at    timestamptz NOT NULL,
    ended_at   timestamptz,
    ended_by   text,
    ending     text CHECK (ending IN ('expired', 'caught-up', 'undone', 'replaced', 'withdrawn')),
    CHECK ((ended_at IS NULL) = (ending IS NULL) AND (ended_at IS NULL) = (ended_by IS NULL)),
    CHECK (last_day >= since)
);
COMMENT ON COLUMN customer_keeper.last_day IS 'the last business day; null for good';
COMMENT ON COLUMN customer_keeper.bank_staff IS 'who kept the customer by the bank''s own record then: another record later is news';
COMMENT ON COLUMN customer_keeper.handover IS 'the handover it belongs to; null for one given by itself';
CREATE INDEX customer_keeper_open ON customer_keeper (customer, role, id DESC) WHERE ended_at IS NULL;
CREATE INDEX customer_keeper_of ON customer_keeper (customer, id);
CREATE INDEX customer_keeper_handover ON customer_keeper (handover) WHERE handover IS NOT NULL;
