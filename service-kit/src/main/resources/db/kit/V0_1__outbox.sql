-- Events that are true but not yet announced; rows are deleted once Kafka has them, so the table stays small.
CREATE TABLE outbox (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  event_id     uuid        NOT NULL,
  topic        text        NOT NULL,
  key          text        NOT NULL,
  type         text        NOT NULL,
  payload      bytea       NOT NULL,
  trace_parent text,
  created_at   timestamptz NOT NULL
);
