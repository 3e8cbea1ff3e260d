package pms.processing.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
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
import pms.contracts.VersionEvent;
import pms.kit.event.Inbox;
import pms.kit.event.Outbox;
import pms.kit.store.StoreFailure;
import pms.processing.ProcessingConfig;
import pms.processing.image.Version.State;
import pms.processing.render.Rendered;
import pms.processing.render.Unrenderable;

/** The short transactions around the slow work. */
@ApplicationScoped
class Images {

  private static final int BATCH = 20;

  private final Inbox inbox;
  private final Outbox outbox;
  private final Leftovers leftovers;
  private final Event<ImageForgotten> forgotten;
  private final ProcessingConfig config;
  private final Clock clock;

  Images(
      Inbox inbox,
      Outbox outbox,
      Leftovers leftovers,
      Event<ImageForgotten> forgotten,
      ProcessingConfig config,
      Clock clock) {
    this.inbox = inbox;
    this.outbox = outbox;
    this.leftovers = leftovers;
    this.forgotten = forgotten;
    this.config = config;
    this.clock = clock;
  }

  /** What is to be rendered because of this upload; nothing if it is purged or was rendered before. */
  @Transactional
  Optional<Job> begin(ImageUploaded uploaded, UUID event) {
    Image image = Image.lockOrMake(new ImageKey(uploaded.owner(), uploaded.imageId()));
    if (image.learn(uploaded)) {
      Version.original(uploaded).persist();
    }
    return begin(image, 1, event);
  }

  /** What is to be rendered because of this edit; nothing if it is purged or was rendered before. */
  @Transactional
  Optional<Job> begin(VersionEvent edited, int version, UUID event) {
    return begin(Image.lockOrMake(new ImageKey(edited.owner(), edited.imageId())), version, event);
  }

  private static Optional<Job> begin(Image image, int version, UUID event) {
    if (image.purged) {
      // A rendering of the same upload may have died after the purge and left its objects.
      image.sweeps++;
      return Optional.empty();
    }
    return Version.of(image.key(), version)
        .filter(waiting -> waiting.state == State.PROCESSING)
        .map(waiting -> Job.of(image, waiting, Optional.of(event)));
  }

  /** Counts a rendering before it may kill the process, and stages what it will write. */
  @Transactional(dontRollbackOn = Unrenderable.class)
  void attempt(Job job) throws Unrenderable {
    Image.lock(job.image()).orElseThrow();
    Optional<Version> version = Version.of(job.image(), job.version());
    if (version.isPresent() && ++version.get().attempts > config.attempts()) {
      throw new Unrenderable("The picture could not be processed: it stopped the program %s times.".formatted(times()));
    }
    leftovers.stage(job.image().ownerId(), job.prefix());
  }

  private String times() {
    return config.attempts() == 3 ? "three" : String.valueOf(config.attempts());
  }

  /** The rendering ended without a result, but the process lives. */
  @Transactional
  void giveBack(Job job) {
    sweepIfPurged(Image.lock(job.image()).orElseThrow());
    Version.of(job.image(), job.version()).ifPresent(version -> version.attempts = 0);
  }

  @Transactional
  void ready(Job job, Rendered rendered, String thumbhash, List<Stored> stored) {
    Optional<Image> rendering = end(job, State.READY, null);
    if (rendering.isEmpty()) {
      return;
    }
    publish(job, stored);
    Image image = rendering.get();
    image.shownVersion = Math.max(image.shownVersion, job.version());
    Version version = Version.of(job.image(), job.version()).orElseThrow();
    version.width = rendered.width();
    version.height = rendered.height();
    tell(
        new ThumbnailsReady(
            image.id,
            image.ownerId,
            job.version(),
            image.revision,
            stored.stream().map(Stored::rendition).toList(),
            rendered.width(),
            rendered.height(),
            thumbhash,
            rendered.perceptualHash(),
            bare(image, version),
            clock.instant()));
  }

  /** Number of the file that a version without operations is; 0 for any other. */
  private static int bare(Image image, Version version) {
    if (!version.recipe().isNothing()) {
      return 0;
    }
    return version.root == image.root
        ? image.original
        : StoredOriginal.rooted(image.key(), version.root).map(file -> file.number).orElse(0);
  }

  private void publish(Job job, List<Stored> stored) {
    String owner = job.image().ownerId();
    if (!leftovers.publish(owner, job.prefix())) {
      throw new StoreFailure("the renditions under " + job.prefix() + " took too long and are gone", null);
    }
    StoredRendition.replace(job.image(), job.version()).forEach(old -> leftovers.discard(owner, old));
    stored.forEach(rendition -> StoredRendition.of(job.image(), job.version(), rendition).persist());
  }

  @Transactional
  void failed(Job job, String reason) {
    end(job, State.FAILED, reason)
        .ifPresent(
            image ->
                tell(
                    new ThumbnailsFailed(
                        image.id, image.ownerId, job.version(), image.revision, reason, clock.instant())));
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
      Version.forget(image.key());
      StoredOriginal.forget(image.key());
      forgotten.fire(new ImageForgotten(image.ownerId, image.id));
      outbox.forget(Topics.THUMBNAIL_READY, image.id.toString());
      outbox.forget(Topics.IMAGE_EDITED, image.id.toString());
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

  /** Empty if the result is not wanted: the image was purged, or somebody else was faster. */
  private Optional<Image> end(Job job, State state, String reason) {
    Image image = Image.lock(job.image()).orElseThrow();
    boolean first = job.event().map(inbox::firstTime).orElse(true);
    sweepIfPurged(image);
    Optional<Version> version = Version.of(job.image(), job.version());
    if (!first || image.purged || version.isEmpty() || version.get().state != State.PROCESSING) {
      return Optional.empty();
    }
    version.get().end(state, reason);
    image.revision++;
    return Optional.of(image);
  }

  private static void sweepIfPurged(Image image) {
    if (image.purged) {
      image.sweeps++;
    }
  }

  private void tell(ThumbnailEvent event) {
    outbox.publish(Topics.THUMBNAIL_READY, event);
  }

  /**
   * Renditions that have to be deleted.
   *
   * @param wishes how often that was said
   */
  record Sweep(ImageKey image, int wishes) {}
}
