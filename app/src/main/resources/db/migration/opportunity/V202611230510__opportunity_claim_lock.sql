-- What somebody claimed is theirs for a time, and what they let lie or put back is for the others for a time.
ALTER TABLE opportunity ADD COLUMN locked_until timestamptz;
ALTER TABLE opportunity ADD COLUMN left_by text;
COMMENT ON COLUMN opportunity.locked_until IS 'until then nobody gives what its owner claimed to another, nor does it go back by itself';
COMMENT ON COLUMN opportunity.left_by IS 'in the pool: the staff code of who had it last; they claim it only after the days of the settings';
