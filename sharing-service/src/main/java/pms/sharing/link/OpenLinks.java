package pms.sharing.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import pms.kit.problem.Problem;
import pms.sharing.view.Pictures;

/**
 * What a visitor finds behind an address. Asked in the database at every request, so a link that is revoked, expired or
 * changed is so at once; unknown, revoked, expired and without its album or image all look the same.
 */
@ApplicationScoped
public class OpenLinks {

  private static final String VIEW =
      "UPDATE link SET views = views + 1 WHERE owner_id = ?1 AND id = ?2 AND (view_limit IS NULL OR views < view_limit)";
  private static final String DOWNLOAD = "UPDATE link SET downloads = downloads + 1 WHERE owner_id = ?1 AND id = ?2";

  private final LinkTargets targets;
  private final Pictures pictures;
  private final LinkPasswords passwords;
  private final EntityManager database;
  private final Clock clock;

  OpenLinks(LinkTargets targets, Pictures pictures, LinkPasswords passwords, EntityManager database, Clock clock) {
    this.targets = targets;
    this.pictures = pictures;
    this.passwords = passwords;
    this.database = database;
    this.clock = clock;
  }

  /** @param segment of the path, as it came */
  @Transactional
  public OpenLink open(String segment) {
    return LinkAddress.parse(segment)
        .flatMap(address -> Link.of(address.token()).filter(address::names).flatMap(link -> open(link, address.token())))
        .orElseThrow(Problem::notFound);
  }

  /** One of the limited views is used up, exactly; false when none was left. */
  @Transactional
  public boolean countView(OpenLink link) {
    return count(VIEW, link) == 1;
  }

  @Transactional
  public void countDownload(OpenLink link) {
    count(DOWNLOAD, link);
  }

  /** Slow on purpose; not to be called inside a transaction. A link without password takes none. */
  public boolean isPassword(OpenLink link, String password) {
    String hash = link.lock().substring(link.lock().indexOf('/') + 1);
    return !hash.isEmpty() && passwords.matches(password, hash);
  }

  private Optional<OpenLink> open(Link link, LinkToken token) {
    if (link.isExpired(clock.instant())) {
      return Optional.empty();
    }
    if (link.albumId != null) {
      return targets.title(link).map(title -> OpenLink.of(link, token, title));
    }
    return pictures.isGone(link.ownerId, link.imageId) ? Optional.empty() : Optional.of(OpenLink.of(link, token, null));
  }

  private int count(String sql, OpenLink link) {
    return database.createNativeQuery(sql).setParameter(1, link.owner()).setParameter(2, link.id()).executeUpdate();
  }
}
