package pms.metadata.history;

import java.time.Instant;
import java.util.UUID;

/** A change that was made to an image. */
public record HistoryEntry(UUID id, UUID image, Instant at, Author author, FieldChange change) {}
