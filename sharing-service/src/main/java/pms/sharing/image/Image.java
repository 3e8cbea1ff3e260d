package pms.sharing.image;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pms.contracts.ImagePurged;
import pms.contracts.ImageRestored;
import pms.contracts.ImageTrashed;
import pms.contracts.LifecycleEvent;

/** That an image exists, whose it is, and whether it is in the trash or gone. */
@Entity
@IdClass(ImageKey.class)
public class Image extends PanacheEntityBase {

  enum State {
    LIVE,
    TRASHED,
    PURGED
  }

  @Id public String ownerId;
  @Id public UUID id;

  @Enumerated(EnumType.STRING)
  public State state;

  public long revision;

  static Image of(String owner, UUID id) {
    Image image = new Image();
    image.ownerId = owner;
    image.id = id;
    image.state = State.LIVE;
    return image;
  }

  static Optional<Image> of(ImageKey key) {
    return findByIdOptional(key);
  }

  static Optional<Image> lock(ImageKey key) {
    return findByIdOptional(key, LockModeType.PESSIMISTIC_WRITE);
  }

  static List<Image> lockAll(UUID id) {
    return find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).list();
  }

  static List<Image> of(String owner, Collection<UUID> ids) {
    return list("ownerId = ?1 and id in ?2", owner, ids);
  }

  /** Held until the transaction ends, nobody can trash or purge them meanwhile; in order of id, against deadlocks. */
  static List<Image> hold(String owner, Collection<UUID> ids) {
    return find("ownerId = ?1 and id in ?2 order by id", owner, ids).withLock(LockModeType.PESSIMISTIC_READ).list();
  }

  boolean isLive() {
    return state == State.LIVE;
  }

  boolean isThere() {
    return state != State.PURGED;
  }

  /** Whether this event is news; what is purged stays purged. */
  boolean follow(LifecycleEvent event) {
    if (event.revision() <= revision || state == State.PURGED) {
      return false;
    }
    revision = event.revision();
    state =
        switch (event) {
          case ImageTrashed _ -> State.TRASHED;
          case ImageRestored _ -> State.LIVE;
          case ImagePurged _ -> State.PURGED;
        };
    return true;
  }
}
