package pms.sharing.link;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import pms.contracts.Ids;
import pms.sharing.page.Cursor;

/** A grant to whoever holds the token. */
@Entity
@IdClass(LinkKey.class)
public class Link extends PanacheEntityBase {

  private static final String PAGE = " and id < ?2 order by id desc";

  @Id public String ownerId;
  @Id public UUID id;
  public UUID albumId;
  public UUID imageId;
  public String createdBy;
  public byte[] tokenHash;
  public String slug;
  public String passwordHash;
  public Instant expiresAt;
  public Long viewLimit;
  public boolean allowDownload;
  public boolean showMetadata;
  public boolean allowComments;
  public boolean allowUpload;

  /** What the maker's token said of their quota; null when nothing. */
  public String makerQuota;

  public String watermark;
  public String embedOrigins = "";

  /** Counted by statements of their own; a change of the link must not set them back. */
  @Column(insertable = false, updatable = false)
  public long views;

  @Column(insertable = false, updatable = false)
  public long downloads;

  public long revision;
  public Instant createdAt;

  static Link create(LinkTarget target, LinkMaker maker, LinkToken token, Instant now) {
    Link link = new Link();
    link.ownerId = target.owner();
    link.id = Ids.next();
    link.albumId = target.album();
    link.imageId = target.image();
    link.createdBy = maker.id();
    link.makerQuota = maker.quota();
    link.tokenHash = token.hash();
    link.revision = 1;
    link.createdAt = now.truncatedTo(ChronoUnit.MICROS);
    return link;
  }

  /** Whoever manages the album may deal with its links, so the caller is not always the owner who leads the key. */
  static Optional<Link> of(UUID id) {
    return find("id", id).firstResultOptional();
  }

  static Optional<Link> lock(UUID id) {
    return Link.<Link>find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
  }

  static Optional<Link> of(LinkToken token) {
    return find("tokenHash", token.hash()).firstResultOptional();
  }

  /** Newest first; ids are made in order of time. */
  static List<Link> newestBy(String creator, Cursor after, int rows) {
    return Link.<Link>find("createdBy = ?1" + PAGE, creator, before(after)).page(0, rows).list();
  }

  static List<Link> newest(LinkTarget target, Cursor after, int rows) {
    String which = target.album() != null ? "albumId" : "imageId";
    UUID id = target.album() != null ? target.album() : target.image();
    return Link.<Link>find("ownerId = ?1 and " + which + " = ?3" + PAGE, target.owner(), before(after), id)
        .page(0, rows)
        .list();
  }

  static void forget(String owner, UUID image) {
    delete("ownerId = ?1 and imageId = ?2", owner, image);
  }

  Cursor cursor() {
    return new Cursor(0, id);
  }

  boolean hasPassword() {
    return passwordHash != null;
  }

  boolean isExpired(Instant now) {
    return expiresAt != null && !now.isBefore(expiresAt);
  }

  boolean isExhausted() {
    return viewLimit != null && views >= viewLimit;
  }

  private static UUID before(Cursor after) {
    return after.isStart() ? new UUID(-1, -1) : after.id();
  }
}
