package pms.sharing.link;

import java.util.UUID;

/**
 * What a link shows.
 *
 * @param owner whose it is
 * @param album null when it is an image
 * @param image null when it is an album
 */
record LinkTarget(String owner, UUID album, UUID image) {}
