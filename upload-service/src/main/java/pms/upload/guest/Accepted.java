package pms.upload.guest;

import java.util.UUID;

/**
 * What a guest's picture became.
 *
 * @param owner of the image
 * @param image its own id, or that of the image that had the same bytes already
 */
record Accepted(String owner, UUID image) {}
