-- Conversions that are watched, each as it was last judged: its days, and the departures from its history.
CREATE TABLE insight_watch (
    name     text PRIMARY KEY,
    last_day date NOT NULL,
    findings text NOT NULL
);
COMMENT ON COLUMN insight_watch.findings IS 'JSON: began and converted by day, alerts with their causes';
