-- A month holds the counts of its days itself: twenty years of pictures are read as 240 rows and not as 7,000.
ALTER TABLE timeline_bucket ADD COLUMN days bigint[];

UPDATE timeline_bucket month SET days = ARRAY(
  SELECT coalesce(day.images, 0) FROM generate_series(1, 31) AS n
  LEFT JOIN timeline_bucket day ON day.owner_id = month.owner_id AND day.bucket = month.bucket || '-' || lpad(n::text, 2, '0') ORDER BY n)
WHERE length(month.bucket) = 7;

DELETE FROM timeline_bucket WHERE length(bucket) = 10;

ALTER TABLE timeline_bucket ALTER COLUMN days SET NOT NULL;
