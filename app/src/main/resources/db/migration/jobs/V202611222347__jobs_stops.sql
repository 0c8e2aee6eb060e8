-- How often the whole Yinhang ended while the run was at work; those starts are not held against it, up to a limit.
ALTER TABLE job_run ADD COLUMN stops int NOT NULL DEFAULT 0;
