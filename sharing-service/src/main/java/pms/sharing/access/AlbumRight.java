package pms.sharing.access;

import java.util.UUID;

/**
 * What a caller is in an album.
 *
 * @param ownerId first part of the album's key: who founded it
 * @param id of the album
 * @param role the highest of the caller's own and their groups', in the album or in one around it
 */
public record AlbumRight(String ownerId, UUID id, Role role) {

  public boolean allows(Right right) {
    return role.allows(right);
  }
}
