-- A job that failed as a whole changed nothing, so what it was to take back may be taken back by another one.
DROP INDEX job_undone_once;
CREATE UNIQUE INDEX job_undone_once ON job (owner_id, undoes) WHERE undoes IS NOT NULL AND state <> 'FAILED';
