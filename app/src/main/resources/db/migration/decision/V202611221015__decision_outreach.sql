-- A day's contacts over all products and channels: what pages show of a plan, and its list. The problem itself is a file.
CREATE TABLE outreach (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    day         date NOT NULL,
    created_at  timestamptz NOT NULL,
    summary     jsonb NOT NULL
);

CREATE TABLE outreach_contact (
    outreach    bigint NOT NULL REFERENCES outreach (id) ON DELETE CASCADE,
    rank        integer NOT NULL,
    customer    integer NOT NULL,
    product     text NOT NULL,
    channel     text NOT NULL,
    slot        text NOT NULL,
    lift        double precision NOT NULL,
    approval    double precision NOT NULL CHECK (approval BETWEEN 0 AND 1),
    rate_ppm    integer NOT NULL,
    limit_fen   bigint NOT NULL,
    value_fen   bigint NOT NULL,
    PRIMARY KEY (outreach, rank)
);
CREATE INDEX outreach_contact_customer ON outreach_contact (customer);
