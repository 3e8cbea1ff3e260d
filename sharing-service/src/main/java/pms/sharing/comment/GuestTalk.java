package pms.sharing.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import pms.sharing.link.OpenLink;
import pms.sharing.page.Cursor;
import pms.sharing.page.Limit;
import pms.sharing.page.Page;
import pms.sharing.publicpage.Guest;
import pms.sharing.publicpage.Guestbook;
import pms.sharing.publicpage.PageAsked;
import pms.sharing.publicpage.PageTalk;

/** What guests said, as the page of a link shows it: the newest first, so that who has just said something sees it. */
@ApplicationScoped
class GuestTalk implements Guestbook {

  private static final Limit SHOWN = new Limit(50);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private final GuestThings things;

  GuestTalk(GuestThings things) {
    this.things = things;
  }

  @Override
  @Transactional
  public Optional<PageTalk> talk(OpenLink link, String segment, Guest guest, PageAsked asked, PageTalk.Draft draft) {
    if (!link.allowComments()) {
      return Optional.empty();
    }
    List<Comment> rows =
        Comment.newestOfGuests(things.of(link, asked.image()), Cursor.parse(asked.talk()), SHOWN.andOneMore());
    Optional<GuestKey> key = GuestKey.ofCookie(guest.key());
    String action = "/s/" + segment + "/comments";
    Page<PageTalk.Said> page = Page.of(rows, SHOWN.rows(), comment -> said(comment, action, key), comment -> Cursor.of(comment.id));
    String image = asked.image() == null ? null : asked.image().toString();
    String next = page.next() == null ? null : "/s/" + segment + "?" + (image == null ? "" : "image=" + image + "&") + "talk=" + page.next();
    return Optional.of(new PageTalk(action, image, page.items(), next, notice(asked.said()), draft));
  }

  private static PageTalk.Said said(Comment comment, String action, Optional<GuestKey> key) {
    boolean own = key.filter(mine -> mine.made(comment.guestKey)).isPresent();
    return new PageTalk.Said(
        comment.guestName,
        comment.text,
        comment.createdAt.toString(),
        DAY.format(comment.createdAt),
        own ? action + "/" + comment.id + "/delete" : null);
  }

  /** Anybody can write the address that a form ends in. */
  private static String notice(String said) {
    return switch (said) {
      case "yes" -> "Thank you for your words.";
      case "deleted" -> "It is deleted.";
      case null, default -> null;
    };
  }
}
