package pms.upload.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import pms.contracts.Topics;
import pms.kit.event.Outbox;
import pms.upload.UploadConfig;

/** Many images at once into the trash or out of it, for a bulk job: one transaction, each image with an event of its own. */
@ApplicationScoped
class BulkTrash {

  private static final Logger LOG = Logger.getLogger(BulkTrash.class);

  private enum Outcome {
    CHANGED,
    UNCHANGED,
    CHANGED_SINCE,
    MISSING
  }

  private final UploadConfig config;
  private final Outbox outbox;
  private final Clock clock;

  BulkTrash(UploadConfig config, Outbox outbox, Clock clock) {
    this.config = config;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Transactional
  BulkTrashView move(BulkTrashRequest request) {
    Set<UUID> ids = new LinkedHashSet<>(request.ids());
    Map<UUID, Image> images =
        Image.lockedAll(request.owner(), ids).stream().collect(Collectors.toMap(image -> image.id, Function.identity()));
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Map<Outcome, List<UUID>> outcomes = ids.stream().collect(Collectors.groupingBy(id -> move(images.get(id), request, now)));
    BulkTrashView view =
        new BulkTrashView(
            outcomes.getOrDefault(Outcome.CHANGED, List.of()),
            outcomes.getOrDefault(Outcome.UNCHANGED, List.of()),
            outcomes.getOrDefault(Outcome.CHANGED_SINCE, List.of()),
            outcomes.getOrDefault(Outcome.MISSING, List.of()));
    LOG.infof("job %s of %s: trash %s for %d images", request.job(), request.owner(), request.trash(), view.changed().size());
    return view;
  }

  private Outcome move(Image image, BulkTrashRequest request, Instant now) {
    if (image == null || image.isPurged()) {
      return Outcome.MISSING;
    }
    if (image.isTrashed() == request.trash()) {
      return request.job().equals(image.movedBy) ? Outcome.CHANGED : Outcome.UNCHANGED;
    }
    if (request.undoes() != null && !request.undoes().equals(image.movedBy)) {
      return Outcome.CHANGED_SINCE;
    }
    outbox.publish(Topics.IMAGE_DELETED, request.trash() ? image.trash(now, now.plus(config.trashKept())) : image.restore(now));
    image.movedBy = request.job();
    return Outcome.CHANGED;
  }
}
