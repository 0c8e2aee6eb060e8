-- Benefits: what customers are promised beside an offer. What is promised is held against stock and budget until it is redeemed,
-- runs out or is taken back; the counters are kept with the rows of benefit_grant in one transaction.
CREATE TABLE benefit (
    id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code       text NOT NULL UNIQUE,
    name       text NOT NULL,
    kind       text NOT NULL CHECK (kind IN ('rate-coupon', 'gift', 'points')),
    product    text NOT NULL,
    cut_ppm    int NOT NULL CHECK (cut_ppm >= 0),
    points     int NOT NULL CHECK (points >= 0),
    worth_fen  bigint NOT NULL CHECK (worth_fen >= 0),
    stock      bigint NOT NULL CHECK (stock > 0),
    budget_fen bigint NOT NULL CHECK (budget_fen >= 0),
    from_day   date NOT NULL,
    until_day  date NOT NULL,
    valid_days int NOT NULL CHECK (valid_days > 0),
    most_each  int NOT NULL CHECK (most_each > 0),
    earned_by  text NOT NULL CHECK (earned_by IN ('visit', 'application', 'loan')),
    state      text NOT NULL CHECK (state IN ('proposed', 'returned', 'open', 'stopped')),
    promised   bigint NOT NULL DEFAULT 0,
    redeemed   bigint NOT NULL DEFAULT 0,
    made_by    text NOT NULL,
    made_at    timestamptz NOT NULL,
    decided_by text,
    decided_at timestamptz,
    reason     text NOT NULL DEFAULT '',
    CHECK (until_day >= from_day),
    CHECK (promised >= 0 AND redeemed >= 0 AND promised + redeemed <= stock),
    CHECK ((promised + redeemed) * worth_fen <= budget_fen)
);
COMMENT ON COLUMN benefit.promised IS 'grants that are held: promised and neither redeemed nor given back';
COMMENT ON COLUMN benefit.worth_fen IS 'what one costs the bank';

CREATE TABLE benefit_grant (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    benefit     bigint NOT NULL REFERENCES benefit,
    customer    int NOT NULL,
    token       text NOT NULL UNIQUE,
    touch       text NOT NULL UNIQUE,
    campaign    text NOT NULL,
    state       text NOT NULL CHECK (state IN ('held', 'redeemed', 'expired', 'taken-back')),
    granted_at  timestamptz NOT NULL,
    granted_on  date NOT NULL,
    last_day    date NOT NULL,
    settled_at  timestamptz,
    settled_by  text,
    branch_id   bigint REFERENCES branch,
    reference   text NOT NULL DEFAULT '',
    CHECK ((state = 'held') = (settled_at IS NULL))
);
COMMENT ON COLUMN benefit_grant.touch IS 'key of the touch that promised it: asked twice, it is promised once';
COMMENT ON COLUMN benefit_grant.reference IS 'number of the application or contract it was redeemed on';
CREATE INDEX benefit_grant_customer ON benefit_grant (customer, granted_on);
CREATE INDEX benefit_grant_of ON benefit_grant (benefit, state);
CREATE INDEX benefit_grant_last_day ON benefit_grant (last_day) WHERE state = 'held';
