-- Decisions about one customer at a time. A row is written before the answer is given and never changes.
CREATE TABLE decision_entry (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    request     text NOT NULL UNIQUE,
    customer    integer NOT NULL,
    channel     text NOT NULL,
    day         date NOT NULL,
    recorded_at timestamptz NOT NULL,
    asked_by    text NOT NULL,
    offered     text[] NOT NULL,
    refused     text[] NOT NULL,
    content     bytea NOT NULL,
    digest      text NOT NULL
);
CREATE INDEX decision_entry_customer ON decision_entry (customer, id DESC);

CREATE FUNCTION decision_entry_stays() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the decision ledger is append-only'; END $$;
CREATE TRIGGER decision_entry_append_only BEFORE UPDATE OR DELETE ON decision_entry
    FOR EACH ROW EXECUTE FUNCTION decision_entry_stays();
