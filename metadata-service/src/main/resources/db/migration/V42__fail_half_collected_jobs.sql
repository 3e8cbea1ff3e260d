-- What queries find is collected in the order of ids now, so that it can be gone on with; of what was collected by relevance it is
-- not known how far it came.
UPDATE job SET state = 'FAILED', finished_at = now(), worker = NULL, lease_until = NULL,
    reason = 'The service stopped before all images of the query were found. Start it again.'
  WHERE state = 'COLLECTING' AND spec ->> 'query' IS NOT NULL;
