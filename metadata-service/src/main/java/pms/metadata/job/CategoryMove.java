package pms.metadata.job;

import java.util.UUID;

/**
 * Where a category went.
 *
 * @param fromParent null for the top of the tree
 * @param parent null for the top of the tree
 */
public record CategoryMove(UUID id, UUID fromParent, String fromName, UUID parent, String name) {

  CategoryMove back() {
    return new CategoryMove(id, parent, name, fromParent, fromName);
  }
}
