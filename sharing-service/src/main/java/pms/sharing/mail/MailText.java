package pms.sharing.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import pms.sharing.access.Accesses;
import pms.sharing.access.AlbumRights;
import pms.sharing.access.Right;
import pms.sharing.access.Subjects;
import pms.sharing.link.LinkConfig;
import pms.sharing.person.People;

/** What a mail says: only of what its reader may see at this moment. No names of pictures, no words of others, no tokens. */
@ApplicationScoped
class MailText {

  private static final String TITLES = "SELECT id, title FROM album WHERE id = ANY (?1)";

  private final EntityManager database;
  private final AlbumRights rights;
  private final Accesses accesses;
  private final People people;
  private final FrontPage page;

  MailText(EntityManager database, AlbumRights rights, Accesses accesses, People people, LinkConfig config) {
    this.database = database;
    this.rights = rights;
    this.accesses = accesses;
    this.people = people;
    this.page = new FrontPage(config.origin());
  }

  /** @param address where the album or the picture is shown */
  record Line(String text, String address) {}

  /** Empty when nothing is left that the reader may be told. */
  @Transactional
  List<Line> lines(String reader, List<DueMail> due) {
    Set<UUID> visible = visible(reader, due);
    Map<DueMail.Topic, Integer> amounts = new LinkedHashMap<>();
    due.stream()
        .filter(mail -> visible.contains(mail.album() == null ? mail.image() : mail.album()))
        .forEach(mail -> amounts.merge(mail.topic(), mail.amount(), Integer::sum));
    Map<String, String> names = people.displayNames(due.stream().map(DueMail::actor).filter(Objects::nonNull).distinct().toList());
    Map<UUID, String> titles = titles(visible);
    return amounts.entrySet().stream().map(entry -> line(entry.getKey(), entry.getValue(), names, titles)).toList();
  }

  private Line line(DueMail.Topic topic, int amount, Map<String, String> names, Map<UUID, String> titles) {
    String who = topic.actor() == null ? "A guest" : plain(names.getOrDefault(topic.actor(), "Somebody"));
    String where = topic.album() == null ? "a picture" : "the album \u201c" + plain(titles.get(topic.album())) + "\u201d";
    String address = topic.album() == null ? page.image(topic.image()) : page.album(topic.album());
    String what =
        switch (topic.kind()) {
          case INVITATIONS -> topic.album() == null ? " shared a picture with you" : " invited you to " + where;
          case PICTURES -> " added " + (amount == 1 ? "a picture" : amount + " pictures") + " to " + where;
          case COMMENTS -> (amount == 1 ? " commented on " : " commented " + amount + " times on ") + (topic.album() == null ? "your picture" : where);
          case MENTIONS -> " mentioned you in a comment on " + where;
        };
    return new Line(who + what + ".", address);
  }

  /** By themselves and by the groups that they were in when they last called: nothing newer is known of who is away. */
  private Set<UUID> visible(String reader, List<DueMail> due) {
    Subjects subjects = people.lastKnown(reader);
    Set<UUID> images = due.stream().map(DueMail::image).filter(Objects::nonNull).collect(Collectors.toSet());
    Set<UUID> visible = new HashSet<>(images.isEmpty() ? Set.of() : accesses.allowed(subjects, images, Right.VIEW));
    visible.addAll(rights.seen(subjects, due.stream().map(DueMail::album).filter(Objects::nonNull).collect(Collectors.toSet())));
    return visible;
  }

  private Map<UUID, String> titles(Collection<UUID> albums) {
    List<?> rows =
        database.createNativeQuery(TITLES, Tuple.class).setParameter(1, albums.toArray(UUID[]::new)).getResultList();
    return rows.stream().map(Tuple.class::cast)
        .collect(Collectors.toMap(row -> row.get("id", UUID.class), row -> row.get("title", String.class)));
  }

  /** One line, whatever it was. */
  static String plain(String text) {
    return text == null ? "" : text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ").strip();
  }
}
