-- A task nobody is to carry out any more was no contact: it ends without outcome.
ALTER TABLE contact_task ADD COLUMN withdrawn_at timestamptz;
COMMENT ON COLUMN contact_task.withdrawn_at IS 'when it was taken back undone; done_at stays empty';
DROP INDEX contact_task_open;
CREATE INDEX contact_task_open ON contact_task (made_at) WHERE done_at IS NULL AND withdrawn_at IS NULL;
