package pms.upload.image;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import pms.contracts.Ids;
import pms.contracts.ObjectKeys;

/**
 * Another file for a picture that is there: taken in like any other, stored beside the ones before. It is its owner's
 * to do alone, since it takes room in the owner's quota and is what the owner's other pictures are compared with.
 */
@ApplicationScoped
class Replacements {

  private final Ingest ingest;
  private final ReplacedOriginals originals;
  private final CurrentVersions versions;

  Replacements(Ingest ingest, ReplacedOriginals originals, CurrentVersions versions) {
    this.ingest = ingest;
    this.originals = originals;
    this.versions = versions;
  }

  /**
   * Replaces the original.
   *
   * @param allowed the owner's quota in bytes
   * @param ifMatch the version that has to be current; null if that does not matter
   */
  ImageView replace(String owner, long allowed, UUID id, String ifMatch, Ingest.Source source) throws Exception {
    Image before = originals.replaceable(owner, id);
    Optional<ProcessingClient.Current> expected = versions.check(id, ifMatch, before.originals);
    return ingest.take(owner, allowed, source, ObjectKeys.replacement(owner, id, Ids.next()), file -> {
      expected.ifPresent(seen -> versions.checkAgain(id, seen));
      ReplacedOriginals.Outcome outcome = originals.replace(owner, id, file, allowed, expected);
      if (outcome.changed()) {
        return ImageView.created(outcome.image());
      }
      ingest.discard(file);
      return ImageView.duplicate(outcome.image());
    });
  }
}
