package pms.upload.guest;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import pms.kit.problem.Problem;
import pms.upload.image.Admissions;
import pms.upload.image.Keeper;
import pms.upload.quota.Allowance;
import pms.upload.quota.Quotas;

/** The pictures of guests: their way into the queue, and out of it. */
@ApplicationScoped
class GuestPictures implements Keeper {

  private static final Logger LOG = Logger.getLogger(GuestPictures.class);

  private final GuestConfig config;
  private final Allowance allowance;
  private final Quotas quotas;
  private final Admissions admissions;
  private final Clock clock;

  GuestPictures(GuestConfig config, Allowance allowance, Quotas quotas, Admissions admissions, Clock clock) {
    this.config = config;
    this.allowance = allowance;
    this.quotas = quotas;
    this.admissions = admissions;
    this.clock = clock;
  }

  /** What may still come in through a link at this moment. */
  @Transactional
  GuestLimit room(GuestPermit permit) {
    long allowed = allowance.bytesOf(permit.owner(), permit.quota());
    return GuestLimit.of(config, permit, GuestPicture.loads(permit.owner()), quotas.of(permit.owner(), allowed));
  }

  /**
   * Puts it into the queue if there is room still, of parallel ones exactly as many as fit. Everything is sent to the database
   * here, so that an exception from here means it is not in the queue.
   *
   * @return false when the same bytes wait already
   */
  @Transactional
  boolean enqueue(GuestPermit permit, GuestPicture picture) {
    quotas.lock(picture.ownerId);
    if (GuestPicture.isWaiting(picture.ownerId, picture.linkId, picture.sha256)) {
      return false;
    }
    room(permit).check(picture.bytes);
    picture.persistAndFlush();
    return true;
  }

  @Transactional
  List<GuestPictureView> waiting(UUID album, UUID after, int rows) {
    return GuestPicture.waiting(album, after, rows).stream().map(GuestPictureView::of).toList();
  }

  @Transactional
  GuestPictureView waiting(UUID album, UUID id) {
    return GuestPicture.waiting(album, id).map(GuestPictureView::of).orElseThrow(Problem::notFound);
  }

  /** Accepting again tells what it became the first time. */
  @Transactional
  Accepted accept(UUID album, UUID id) {
    String owner = GuestPicture.owner(album, id).orElseThrow(Problem::notFound);
    quotas.lock(owner);
    GuestPicture picture = GuestPicture.locked(owner, id).orElseThrow(Problem::notFound);
    switch (picture.state) {
      case REJECTED -> throw Problem.notFound();
      case WAITING -> admit(picture);
      case ACCEPTED -> LOG.debugf("guest picture %s was accepted before", id);
    }
    return new Accepted(owner, picture.imageId);
  }

  /** Rejecting again, or what is not there any more, changes nothing. @return whose it would have been; empty when unknown */
  @Transactional
  Optional<String> reject(UUID album, UUID id) {
    Optional<String> owner = GuestPicture.owner(album, id);
    Optional<GuestPicture> picture = owner.flatMap(known -> GuestPicture.locked(known, id));
    if (picture.filter(found -> found.state == GuestPicture.State.ACCEPTED).isPresent()) {
      throw Problem.conflict("already-accepted", "This picture was accepted already.");
    }
    picture.filter(found -> found.state == GuestPicture.State.WAITING).ifPresent(found -> {
      found.reject(now());
      LOG.infof("guest picture %s of link %s rejected", found.id, found.linkId);
    });
    return owner;
  }

  @Override
  public Set<UUID> kept(Collection<String> owners, Collection<UUID> ids) {
    return new HashSet<>(QuarkusTransaction.requiringNew().call(() -> GuestPicture.withBytes(owners, ids)));
  }

  private void admit(GuestPicture picture) {
    long allowed = allowance.bytesOf(picture.ownerId, picture.quotaClaim);
    Optional<UUID> same = admissions.admit(picture.taken(), allowed);
    picture.accept(same.orElse(null), now());
    LOG.infof("guest picture %s of link %s accepted as image %s of %s", picture.id, picture.linkId, picture.imageId, picture.ownerId);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
