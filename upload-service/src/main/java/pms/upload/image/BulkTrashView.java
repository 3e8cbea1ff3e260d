package pms.upload.image;

import java.util.List;
import java.util.UUID;

/**
 * What became of each image.
 *
 * @param unchanged they were where they should be, by somebody else's doing
 * @param changedSince somebody moved them after the job that is taken back
 * @param missing not the owner's, or purged
 */
record BulkTrashView(List<UUID> changed, List<UUID> unchanged, List<UUID> changedSince, List<UUID> missing) {}
