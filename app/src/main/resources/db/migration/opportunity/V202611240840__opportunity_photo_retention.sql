-- Photos of visits are deleted after the days the settings of opportunities say; that there was one, and its print, stay.
ALTER TABLE opportunity_visit_photo ALTER COLUMN photo DROP NOT NULL;
ALTER TABLE opportunity_visit_photo ADD COLUMN deleted_at timestamptz;
ALTER TABLE opportunity_visit_photo ADD CHECK ((photo IS NULL) = (deleted_at IS NOT NULL));
COMMENT ON COLUMN opportunity_visit_photo.deleted_at IS 'when the picture was deleted for its age; the print stays, so that the same picture is still known again';
CREATE INDEX opportunity_visit_photo_kept ON opportunity_visit_photo (at) WHERE photo IS NOT NULL;
