package pms.sharing.link;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import pms.kit.problem.Problem;
import pms.sharing.watermark.WatermarkText;

/**
 * Reads a new link or a merge patch of one: a field that is absent stays, null takes it away.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7396">RFC 7396</a>
 */
@ApplicationScoped
class LinkChanges {

  /** Fixed once the link is made: a link never comes to show something else. */
  private static final Set<String> TARGET = Set.of("album", "image");

  private final LinkPasswords passwords;
  private final Clock clock;

  LinkChanges(LinkPasswords passwords, Clock clock) {
    this.passwords = passwords;
    this.clock = clock;
  }

  LinkChange ofNew(LinkFields fields) {
    return read(fields, true);
  }

  LinkChange ofPatch(LinkFields fields) {
    return read(fields, false);
  }

  private LinkChange read(LinkFields fields, boolean fresh) {
    List<Consumer<Link>> steps = new ArrayList<>();
    fields.json().fieldNames().forEachRemaining(field -> {
      if (!(fresh && TARGET.contains(field))) {
        steps.add(step(field, fields));
      }
    });
    return new LinkChange(steps);
  }

  private Consumer<Link> step(String field, LinkFields fields) {
    return switch (field) {
      case "password" -> password(fields.password());
      case "slug" -> slug(fields.slug());
      case "expiresAt" -> expiry(fields.expiresAt(clock.instant()));
      case "viewLimit" -> limit(fields.viewLimit());
      case "allowDownload" -> download(fields.flag(field));
      case "showMetadata" -> metadata(fields.flag(field));
      case "allowComments" -> comments(fields.flag(field));
      case "allowUpload" -> upload(fields.flag(field));
      case "watermark" -> watermark(WatermarkText.checked(fields.watermark()));
      case "embedOrigins" -> origins(fields.embedOrigins());
      default -> throw Problem.invalid(field, "is not a field that can be set here");
    };
  }

  private Consumer<Link> password(String password) {
    String hash = password == null ? null : passwords.hash(password);
    return link -> link.passwordHash = hash;
  }

  private static Consumer<Link> slug(String slug) {
    return link -> link.slug = slug;
  }

  private static Consumer<Link> expiry(Instant at) {
    return link -> link.expiresAt = at;
  }

  private static Consumer<Link> limit(Long views) {
    return link -> link.viewLimit = views;
  }

  private static Consumer<Link> download(boolean allowed) {
    return link -> link.allowDownload = allowed;
  }

  private static Consumer<Link> metadata(boolean shown) {
    return link -> link.showMetadata = shown;
  }

  private static Consumer<Link> comments(boolean allowed) {
    return link -> link.allowComments = allowed;
  }

  /** An image has no place for more. */
  private static Consumer<Link> upload(boolean allowed) {
    return link -> {
      if (allowed && link.albumId == null) {
        throw Problem.invalid("allowUpload", "only the link of an album takes pictures");
      }
      link.allowUpload = allowed;
    };
  }

  private static Consumer<Link> watermark(String text) {
    return link -> link.watermark = text;
  }

  private static Consumer<Link> origins(String origins) {
    return link -> link.embedOrigins = origins;
  }
}
