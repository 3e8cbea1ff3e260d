package pms.upload.image;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Somebody beside the images who has a right to bytes among the originals. */
public interface Keeper {

  /** Of these, the ids whose bytes must stay. */
  Set<UUID> kept(Collection<String> owners, Collection<UUID> ids);
}
