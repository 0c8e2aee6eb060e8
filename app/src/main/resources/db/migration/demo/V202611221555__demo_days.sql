-- Days of the simulated bank that were played after its history, and how far.
CREATE TABLE demo_day (
    day   date PRIMARY KEY,
    stage text NOT NULL CHECK (stage IN ('sending', 'listed', 'lived', 'answered', 'done'))
);

-- The contacts simulated customers were asked to answer, each on one day.
CREATE TABLE demo_contact (
    touch      bigint PRIMARY KEY,
    day        date NOT NULL REFERENCES demo_day (day),
    customer   int NOT NULL,
    campaign   text NOT NULL,
    product    text NOT NULL,
    channel    text NOT NULL,
    is_task    boolean NOT NULL,
    hour       int NOT NULL,
    rate       int,
    reached    boolean,
    outcome    text,
    outcome_at timestamptz
);
COMMENT ON COLUMN demo_contact.reached IS 'empty where the customer had not joined the bank, or does not know the product';
CREATE INDEX demo_contact_day ON demo_contact (day);
