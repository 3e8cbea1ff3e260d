-- What lists and counters need of an image, beside facts and edits. It is brought into step with them in the transaction
-- that changes them; images from before this migration are caught up with in the background (organised = 0).
ALTER TABLE image
  ADD COLUMN tags             text[],
  ADD COLUMN favourite        boolean NOT NULL DEFAULT false,
  ADD COLUMN ratio            real,
  -- Day of capture, 'unknown', or null when the image is not in the timeline.
  ADD COLUMN timeline_day     text COLLATE "C",
  ADD COLUMN category_id      uuid,
  -- The category that counts this image, if any does.
  ADD COLUMN counted_category uuid,
  ADD COLUMN organised        integer NOT NULL DEFAULT 0;
CREATE INDEX image_timeline ON image (owner_id, timeline_day DESC, taken_sort DESC, id DESC) WHERE timeline_day IS NOT NULL;
CREATE INDEX image_category ON image (owner_id, category_id, id) WHERE category_id IS NOT NULL;
CREATE INDEX image_to_organise ON image (owner_id, id)
  WHERE organised = 0 AND uploaded_at IS NOT NULL AND purged_at IS NULL;
