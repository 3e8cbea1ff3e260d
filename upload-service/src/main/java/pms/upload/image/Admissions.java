package pms.upload.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import pms.kit.problem.Problem;

/** Makes pictures of what was taken in earlier and had to wait. */
@ApplicationScoped
public class Admissions {

  private final Images images;

  Admissions(Images images) {
    this.images = images;
  }

  /**
   * Within the running transaction, which announces it with its commit.
   *
   * @param allowed the owner's quota in bytes
   * @return the image of this owner that has the same bytes already; empty when it became one of its own
   * @throws Problem when it does not fit into the quota
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<UUID> admit(Taken taken, long allowed) {
    return images.register(Image.of(taken), allowed).map(same -> same.id);
  }
}
