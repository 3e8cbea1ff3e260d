-- Where an entry stands in the export: given when the export first sees it, so that what was committed late comes later, whatever
-- its id and its clock say, and nobody who goes on from the last line misses any. Null until then.
ALTER TABLE audit_entry ADD COLUMN place bigint;

UPDATE audit_entry e SET place = n.place
  FROM (SELECT owner_id, id, row_number() OVER (ORDER BY id) AS place FROM audit_entry) n
 WHERE e.owner_id = n.owner_id AND e.id = n.id;

CREATE UNIQUE INDEX audit_in_place ON audit_entry (place);
CREATE INDEX audit_unplaced ON audit_entry (id) WHERE place IS NULL;
