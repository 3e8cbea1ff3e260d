-- Tries per link and per address in a window of time; a right password takes its try back. Rows are dropped after their window.
CREATE TABLE unlock_try (
  subject      text        NOT NULL,
  window_start timestamptz NOT NULL,
  tries        integer     NOT NULL,
  PRIMARY KEY (subject, window_start)
);
CREATE INDEX unlock_try_forget_old ON unlock_try (window_start);
