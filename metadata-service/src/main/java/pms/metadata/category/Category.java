package pms.metadata.category;

import java.util.UUID;

/**
 * A node of an owner's tree.
 *
 * @param parent null at the top
 * @param images directly in it, outside the trash
 */
record Category(UUID id, UUID parent, CategoryPath path, long images) {

  String name() {
    return path.names().getLast();
  }
}
