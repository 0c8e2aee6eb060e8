-- The business date when it was moved away from the calendar; no row means the calendar rules.
CREATE TABLE business_day (
    moved_to date NOT NULL
);
CREATE UNIQUE INDEX business_day_only_one ON business_day ((true));
