package pms.processing.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pms.contracts.ImageUploaded;
import pms.contracts.LifecycleEvent;
import pms.contracts.ThumbnailEvent;
import pms.contracts.ThumbnailsFailed;
import pms.contracts.ThumbnailsReady;
import pms.contracts.Topics;
import pms.kit.event.Inbox;
import pms.kit.event.Outbox;
import pms.processing.ProcessingConfig;
import pms.processing.image.Image.State;
import pms.processing.render.Rendered;
import pms.processing.render.Unrenderable;

/** The short transactions around the slow work. */
@ApplicationScoped
class Images {

  private static final int BATCH = 20;

  private final Inbox inbox;
  private final Outbox outbox;
  private final ProcessingConfig config;
  private final Clock clock;

  Images(Inbox inbox, Outbox outbox, ProcessingConfig config, Clock clock) {
    this.inbox = inbox;
    this.outbox = outbox;
    this.config = config;
    this.clock = clock;
  }

  /** What is to be rendered because of this upload; nothing if it is purged or was rendered before. */
  @Transactional
  Optional<Job> begin(ImageUploaded uploaded, UUID event) {
    Image image = Image.lockOrMake(new ImageKey(uploaded.owner(), uploaded.imageId()));
    image.learn(uploaded);
    if (image.purged) {
      // A rendering of the same upload may have died after the purge and left its objects.
      image.sweeps++;
      return Optional.empty();
    }
    return image.state == State.PROCESSING ? Optional.of(Job.of(image, Optional.of(event))) : Optional.empty();
  }

  /** Counts a rendering before it may kill the process. */
  @Transactional(dontRollbackOn = Unrenderable.class)
  void attempt(Job job) throws Unrenderable {
    Image image = Image.lock(job.image()).orElseThrow();
    if (++image.attempts > config.attempts()) {
      throw new Unrenderable("The picture could not be processed: it stopped the program %s times.".formatted(times()));
    }
  }

  private String times() {
    return config.attempts() == 3 ? "three" : String.valueOf(config.attempts());
  }

  /** The rendering ended without a result, but the process lives. */
  @Transactional
  void giveBack(Job job) {
    Image image = Image.lock(job.image()).orElseThrow();
    image.attempts = 0;
    sweepIfPurged(image);
  }

  @Transactional
  void ready(Job job, Rendered rendered, String thumbhash, List<Stored> stored) {
    Optional<Image> rendering = end(job, State.READY, null);
    if (rendering.isEmpty()) {
      return;
    }
    StoredRendition.forget(job.image(), Job.VERSION);
    stored.forEach(rendition -> StoredRendition.of(job.image(), Job.VERSION, rendition).persist());
    Image image = rendering.get();
    publish(
        new ThumbnailsReady(
            image.id,
            image.ownerId,
            Job.VERSION,
            image.revision,
            stored.stream().map(Stored::rendition).toList(),
            rendered.width(),
            rendered.height(),
            thumbhash,
            rendered.perceptualHash(),
            clock.instant()));
  }

  @Transactional
  void failed(Job job, String reason) {
    end(job, State.FAILED, reason)
        .ifPresent(
            image ->
                publish(
                    new ThumbnailsFailed(
                        image.id, image.ownerId, Job.VERSION, image.revision, reason, clock.instant())));
  }

  /** Follows trash, restore and purge; true if the image is purged by it. */
  @Transactional
  boolean follow(LifecycleEvent event, UUID id) {
    if (!inbox.firstTime(id)) {
      return false;
    }
    Image image = Image.lockOrMake(new ImageKey(event.owner(), event.imageId()));
    boolean purged = image.follow(event);
    if (purged) {
      StoredRendition.forget(image.key());
    }
    return purged;
  }

  @Transactional
  List<Sweep> sweeps() {
    return Image.toSweep(BATCH).stream().map(image -> new Sweep(image.key(), image.sweeps)).toList();
  }

  /** Only what was seen is done: a rendering may have ended meanwhile and left objects again. */
  @Transactional
  void swept(Sweep sweep) {
    Image.lock(sweep.image()).filter(image -> image.sweeps == sweep.wishes()).ifPresent(image -> image.sweeps = 0);
  }

  @Transactional
  List<Job> requeued() {
    return Image.requeued(BATCH).stream().map(image -> Job.of(image, Optional.empty())).toList();
  }

  @Transactional
  int requeueFailed() {
    return Image.requeueFailed();
  }

  /** Empty if the result is not wanted: the image was purged, or somebody else was faster. */
  private Optional<Image> end(Job job, State state, String reason) {
    Image image = Image.lock(job.image()).orElseThrow();
    boolean first = job.event().map(inbox::firstTime).orElse(true);
    sweepIfPurged(image);
    if (!first || image.purged || image.state != State.PROCESSING) {
      return Optional.empty();
    }
    image.state = state;
    image.reason = reason;
    image.attempts = 0;
    image.requeued = false;
    image.revision++;
    return Optional.of(image);
  }

  private static void sweepIfPurged(Image image) {
    if (image.purged) {
      image.sweeps++;
    }
  }

  private void publish(ThumbnailEvent event) {
    outbox.publish(Topics.THUMBNAIL_READY, event);
  }

  /**
   * Renditions that have to be deleted.
   *
   * @param wishes how often that was said
   */
  record Sweep(ImageKey image, int wishes) {}
}
