-- Answers to the questionnaire on risk preference; nothing is overwritten, the newest of a customer counts.
CREATE TABLE product_suitability (
    customer    int NOT NULL,
    taken_at    timestamptz NOT NULL,
    taken_on    date NOT NULL,
    valid_until date NOT NULL,
    grade       text NOT NULL CHECK (grade IN ('c1', 'c2', 'c3', 'c4', 'c5')),
    points      int NOT NULL,
    answers     text NOT NULL,
    version     text NOT NULL,
    income_fen  bigint,
    taken_by    text NOT NULL,
    PRIMARY KEY (customer, taken_at)
);
COMMENT ON COLUMN product_suitability.answers IS 'question=choice, separated by semicolons, in the order of the questionnaire';
COMMENT ON COLUMN product_suitability.income_fen IS 'income a month when it was taken, to notice when circumstances change';
