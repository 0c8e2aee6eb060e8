-- In the demo the time of day may be moved too, so that a day can be played at night.
ALTER TABLE business_day ADD COLUMN hour_shift_seconds int NOT NULL DEFAULT 0;
COMMENT ON COLUMN business_day.hour_shift_seconds IS 'added to the real time of day, around midnight within the same day';
