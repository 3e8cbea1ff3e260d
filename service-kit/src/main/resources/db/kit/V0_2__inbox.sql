-- Events this service has dealt with, or tried to: attempts are counted before work that may kill the process.
CREATE TABLE inbox (
  event_id    uuid PRIMARY KEY,
  attempts    integer     NOT NULL DEFAULT 0,
  done        boolean     NOT NULL DEFAULT false,
  received_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX inbox_forget_old ON inbox (received_at);
