package pms.sharing.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import pms.contracts.LifecycleEvent;

/** Whose images there are, as far as the events have told. */
@ApplicationScoped
public class Images {

  private static final String REMEMBER =
      "INSERT INTO image (owner_id, id, state, revision) VALUES (?1, ?2, 'LIVE', 0) ON CONFLICT DO NOTHING";

  private static final String REMEMBER_ALL =
      "INSERT INTO image (owner_id, id, state, revision) SELECT ?1, n.id, 'LIVE', 0 FROM unnest(?2) AS n (id) ORDER BY n.id"
          + " ON CONFLICT DO NOTHING";

  /** The image exists, unless something later is known of it already. */
  @Transactional
  public void remember(String owner, UUID id) {
    Image.getEntityManager().createNativeQuery(REMEMBER).setParameter(1, owner).setParameter(2, id).executeUpdate();
  }

  /** The same of many of one owner. */
  @Transactional(TxType.MANDATORY)
  public void rememberAll(String owner, Collection<UUID> ids) {
    UUID[] all = ids.toArray(UUID[]::new);
    Image.getEntityManager().createNativeQuery(REMEMBER_ALL).setParameter(1, owner).setParameter(2, all).executeUpdate();
  }

  /** Whether the event changed what is known of the image; call it before any album is locked. */
  @Transactional(TxType.MANDATORY)
  public boolean follow(LifecycleEvent event) {
    remember(event.owner(), event.imageId());
    return Image.lock(new ImageKey(event.owner(), event.imageId())).orElseThrow().follow(event);
  }

  /** Those of which anything is known, be it that they are gone. */
  @Transactional
  public Set<UUID> known(String owner, Collection<UUID> ids) {
    return Image.of(owner, ids).stream().map(image -> image.id).collect(Collectors.toSet());
  }

  /** Those that may be put into an album; they stay so until the running transaction ends. */
  @Transactional(TxType.MANDATORY)
  public Set<UUID> hold(String owner, Collection<UUID> ids) {
    return Image.hold(owner, ids).stream().filter(Image::isLive).map(image -> image.id).collect(Collectors.toSet());
  }

  /** Whether the caller has this image, be it in the trash. */
  @Transactional
  public boolean isOwner(String caller, UUID id) {
    return Image.of(new ImageKey(caller, id)).filter(Image::isThere).isPresent();
  }

  /** The same, and nobody else changes what is said of it until the running transaction ends. */
  @Transactional(TxType.MANDATORY)
  public boolean lockOwn(String caller, UUID id) {
    return Image.lock(new ImageKey(caller, id)).filter(Image::isThere).isPresent();
  }

  /** Nobody else changes what is said of it until the running transaction ends; whose it is does not matter. */
  @Transactional(TxType.MANDATORY)
  public void lock(UUID id) {
    Image.lockAll(id);
  }
}
