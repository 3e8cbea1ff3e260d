package pms.sharing.grant;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import pms.sharing.person.Label;

/**
 * A right to an image, as its owner sees it.
 *
 * @param subject as the owner called them
 * @param name what they are called; null until they have come, for groups, and for those named by mail
 * @param right view, download or edit
 */
record GrantView(UUID id, String subject, String name, String right, Instant grantedAt) {

  /** @param names by user id */
  static GrantView of(ImageGrant grant, Map<String, String> names) {
    String name = Label.of(grant.label).isMail() ? null : grant.userId().map(names::get).orElse(null);
    return new GrantView(grant.id, grant.label, name, grant.level().text(), grant.grantedAt);
  }
}
