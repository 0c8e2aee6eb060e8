-- Exports of the command line that are in the audit, so that none is written there twice.
CREATE TABLE audience_export_taken (
    id uuid PRIMARY KEY
);
