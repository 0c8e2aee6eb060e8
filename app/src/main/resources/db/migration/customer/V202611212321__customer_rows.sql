-- Personal data, every value encrypted (see ColumnCipher); *_index are blind indexes (see BlindIndex) for exact search.
CREATE TABLE customer_personal (
    number           int PRIMARY KEY,
    known_at         timestamptz NOT NULL,
    identifier       bytea,
    identifier_index bytea,
    name             bytea,
    name_index       bytea,
    id_number        bytea,
    id_number_index  bytea,
    phone            bytea,
    phone_index      bytea,
    email            bytea,
    address          bytea
);
COMMENT ON TABLE customer_personal IS 'what identifies a person; never in the lake, never in a log';
CREATE INDEX customer_personal_identifier ON customer_personal (identifier_index);
CREATE INDEX customer_personal_name ON customer_personal (name_index);
CREATE INDEX customer_personal_id_number ON customer_personal (id_number_index);
CREATE INDEX customer_personal_phone ON customer_personal (phone_index);

-- The bank's own staff list, whether or not they sign in here.
CREATE TABLE staff_member (
    code      text PRIMARY KEY,
    name      text NOT NULL,
    role      text,
    branch_id bigint NOT NULL REFERENCES branch (id)
);

-- One row per customer, computed from a snapshot of the lake; amounts in fen. Never edited by hand.
CREATE TABLE customer (
    number            int PRIMARY KEY,
    branch_id         bigint NOT NULL REFERENCES branch (id),
    manager_code      text,
    gender            text,
    birth_date        date,
    age               int,
    marital           text,
    education         text,
    occupation        text,
    province          text,
    city              text,
    employer_code     text,
    employer_name     text,
    employer_class    int,
    monthly_income    bigint,
    joined_on         date,
    tier              text NOT NULL,
    aum               bigint NOT NULL,
    granted           bigint NOT NULL,
    used              bigint NOT NULL,
    loan_balance      bigint NOT NULL,
    overdue_days      int NOT NULL,
    products          text[] NOT NULL,
    last_contact      timestamptz,
    last_outcome      text,
    marketing_consent text[] NOT NULL,
    profiling_refused boolean NOT NULL,
    complaint_open    boolean NOT NULL,
    deceased          boolean NOT NULL,
    snapshot          bigint NOT NULL,
    refreshed_at      timestamptz NOT NULL
);
COMMENT ON COLUMN customer.used IS 'drawn from the lines that are in force; granted and not drawn is granted - used';
COMMENT ON COLUMN customer.marketing_consent IS 'channels on which marketing is agreed to; * stands for a consent without a channel';
COMMENT ON COLUMN customer.snapshot IS 'version of the lake the row was computed from';
CREATE INDEX customer_branch ON customer (branch_id);
CREATE INDEX customer_manager ON customer (manager_code);
CREATE INDEX customer_aum ON customer (aum DESC, number);
CREATE INDEX customer_products ON customer USING gin (products);

-- The last complete refresh; no row before the first.
CREATE TABLE customer_refresh (
    snapshot    bigint NOT NULL,
    as_of       date NOT NULL,
    customers   bigint NOT NULL,
    finished_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX customer_refresh_only_one ON customer_refresh ((true));
