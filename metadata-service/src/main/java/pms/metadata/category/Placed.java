package pms.metadata.category;

import java.util.UUID;

/** A category as an image is put into it. */
public record Placed(UUID id, String path) {}
