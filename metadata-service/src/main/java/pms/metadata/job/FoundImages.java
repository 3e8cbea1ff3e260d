package pms.metadata.job;

import java.util.List;
import java.util.UUID;

/**
 * A page of the images that a query finds, in the order of their ids.
 *
 * @param last whether no other one follows
 */
public record FoundImages(List<UUID> images, boolean last) {}
