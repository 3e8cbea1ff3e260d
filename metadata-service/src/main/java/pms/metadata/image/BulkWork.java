package pms.metadata.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import pms.metadata.category.CategoryMoves;
import pms.metadata.extract.Tags;
import pms.metadata.history.HistoryEntry;
import pms.metadata.history.HistoryRows;
import pms.metadata.job.FoundImages;
import pms.metadata.job.ItemResult;
import pms.metadata.job.Job;
import pms.metadata.job.JobKind;
import pms.metadata.job.JobSpec;
import pms.metadata.job.JobWork;
import pms.metadata.tag.TagKey;

/** What jobs do to images. An image that is not the owner's is one that does not exist. */
@ApplicationScoped
class BulkWork implements JobWork {

  private static final ItemResult NOT_FOUND = ItemResult.failed("not found");
  private static final ItemResult TOO_MANY_TAGS = ItemResult.failed("more than " + Tags.MOST + " tags");
  private static final ItemResult CHANGED_SINCE = ItemResult.failed("changed since");

  private final Editor editor;
  private final Books books;
  private final HistoryRows history;
  private final RemoteChanges remote;
  private final CategoryMoves categories;
  private final QueriedImages queried;
  private final Reversals reversals;

  BulkWork(
      Editor editor, Books books, HistoryRows history, RemoteChanges remote, CategoryMoves categories, QueriedImages queried,
      Reversals reversals) {
    this.reversals = reversals;
    this.categories = categories;
    this.queried = queried;
    this.editor = editor;
    this.books = books;
    this.history = history;
    this.remote = remote;
  }

  @Override
  public boolean isElsewhere(Job job) {
    return RemoteChange.isMeant(job.spec().change());
  }

  @Override
  public Map<UUID, ItemResult> ask(Job job, List<UUID> ids) {
    return remote.ask(job, ids);
  }

  @Override
  public FoundImages find(Job job, UUID after) {
    return queried.page(job, after);
  }

  /** A category that a job moved moves back before its images are told. */
  @Override
  public JobSpec begin(Job job) {
    return job.kind() == JobKind.UNDO && job.spec().moved() != null
        ? categories.move(job.owner(), job.spec().moved())
        : job.spec();
  }

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public Map<UUID, ItemResult> run(Job job, List<UUID> ids) {
    Map<UUID, ItemResult> results = new LinkedHashMap<>();
    ids.forEach(id -> results.put(id, NOT_FOUND));
    List<Image> images =
        ImageLocks.lockAll(job.owner(), ids).stream().filter(image -> image.hasArrived() && !image.isPurged()).toList();
    images.forEach(image -> results.put(image.id, ItemResult.UNCHANGED));
    changed(job, images, results).forEach(image -> results.put(image.id, ItemResult.CHANGED));
    return results;
  }

  private List<Image> changed(Job job, List<Image> images, Map<UUID, ItemResult> results) {
    return switch (job.kind()) {
      case BULK -> edited(job, images, BulkChange.parse(job.spec().change())::over, results);
      case TAG_RENAME -> rename(job, images, results);
      case TAG_DELETE -> editor.edit(images, image -> withTag(image, job.spec().tag(), null), job.author());
      case CATEGORY_MOVE -> announced(job, images.stream().filter(i -> isIn(job, i)).toList(), "category");
      case CATEGORY_DELETE -> uncategorised(job, images.stream().filter(i -> isIn(job, i)).toList());
      case UNDO -> takenBack(job, images, results);
    };
  }

  private List<Image> edited(Job job, List<Image> images, Editor.Change change, Map<UUID, ItemResult> results) {
    Map<Image, Edits> next = new LinkedHashMap<>();
    for (Image image : images) {
      Edits edits = change.of(image);
      if (edits.hasTooManyTags(image.edits())) {
        results.put(image.id, TOO_MANY_TAGS);
      } else {
        next.put(image, edits);
      }
    }
    return editor.edit(List.copyOf(next.keySet()), next::get, job.author());
  }

  private List<Image> takenBack(Job job, List<Image> images, Map<UUID, ItemResult> results) {
    if (job.spec().moved() != null) {
      return announced(job, images.stream().filter(i -> isIn(job, i)).toList(), "category");
    }
    return job.spec().before() == null ? undone(job, images, results) : respelled(job, images, results);
  }

  /** Another spelling of the same word changes what is shown and nothing else. */
  private List<Image> rename(Job job, List<Image> images, Map<UUID, ItemResult> results) {
    if (!TagKey.of(job.spec().name()).equals(job.spec().tag())) {
      return edited(job, images, image -> withTag(image, job.spec().tag(), job.spec().name()), results);
    }
    return settled(job, images);
  }

  /** The spelling that a tag had before, unless somebody found a third one since. */
  private List<Image> respelled(Job job, List<Image> images, Map<UUID, ItemResult> results) {
    if (!books.respell(job.owner(), job.spec().tag(), job.spec().before(), job.spec().name())) {
      images.forEach(image -> results.put(image.id, CHANGED_SINCE));
      return List.of();
    }
    return settled(job, images.stream().filter(image -> TagKey.byKey(image.tags()).containsKey(job.spec().tag())).toList());
  }

  private List<Image> settled(Job job, List<Image> images) {
    if (!images.isEmpty()) {
      books.settle(images);
    }
    return announced(job, images, "tags");
  }

  /** @param name what stands in the tag's place; null for nothing */
  private static Edits withTag(Image image, String key, String name) {
    List<String> tags = new ArrayList<>();
    image.tags().forEach(tag -> {
      boolean meant = TagKey.of(tag).equals(key);
      if (!meant || name != null) {
        tags.add(meant ? name : tag);
      }
    });
    if (tags.size() == image.tags().size() && !TagKey.byKey(image.tags()).containsKey(key)) {
      return image.edits();
    }
    return Edits.ofTags(List.copyOf(TagKey.byKey(tags).values())).withTagsApart(image.edits(), image).over(image.edits());
  }

  private List<Image> announced(Job job, List<Image> images, String field) {
    editor.announceAgain(images, job.author().id(), field);
    return images;
  }

  private static boolean isIn(Job job, Image image) {
    return image.categoryId != null && job.spec().categories().containsKey(image.categoryId);
  }

  /** The category's row is gone, so its path is told by the job, for the history. */
  private List<Image> uncategorised(Job job, List<Image> images) {
    images.forEach(image -> image.categoryPath = job.spec().categories().get(image.categoryId));
    return editor.edit(images, image -> Edits.ofCategory(null).over(image.edits()), job.author());
  }

  private List<Image> undone(Job job, List<Image> images, Map<UUID, ItemResult> results) {
    List<HistoryEntry> entries = history.ofJob(job.owner(), job.undoes(), images.stream().map(image -> image.id).toList());
    Map<UUID, List<Reversal>> byImage = reversals.of(job.owner(), entries);
    List<Image> fresh = new ArrayList<>();
    for (Image image : images) {
      if (byImage.getOrDefault(image.id, List.of()).stream().allMatch(reversal -> reversal.isStillThere(image.words()))) {
        fresh.add(image);
      } else {
        results.put(image.id, CHANGED_SINCE);
      }
    }
    return edited(job, fresh, image -> back(image, byImage.getOrDefault(image.id, List.of())), results);
  }

  private static Edits back(Image image, List<Reversal> reversals) {
    Edits edits = image.edits();
    for (Reversal reversal : reversals) {
      edits = reversal.over(edits, image);
    }
    return edits;
  }
}
