package pms.processing.image;

import java.util.UUID;

/** An image is purged, in the transaction that runs: whoever has rows of it deletes them. Its objects go on their own. */
public record ImageForgotten(String owner, UUID image) {}
