package pms.sharing.embed;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import pms.kit.problem.Problem;
import pms.sharing.link.LinkConfig;
import pms.sharing.link.OpenLink;
import pms.sharing.link.OpenLinks;
import pms.sharing.page.Cursor;
import pms.sharing.page.Limit;
import pms.sharing.page.Page;
import pms.sharing.publicpage.PublicImageView;
import pms.sharing.publicpage.PublicImages;

/**
 * What of a link stands in other people's pages. A frame can ask for no password and keeps no cookie, so a link with a password
 * has none; of limited views each frame that is loaded uses up one.
 */
@ApplicationScoped
class Embeds {

  private static final int WIDTH = 800;
  private static final int HEIGHT = 600;
  private static final int LEAST = 100;
  private static final Limit PICTURES = new Limit(12);

  private final OpenLinks links;
  private final PublicImages images;
  private final LinkConfig config;
  private final OurAddress ours;

  Embeds(OpenLinks links, PublicImages images, LinkConfig config) {
    this.links = links;
    this.images = images;
    this.config = config;
    this.ours = OurAddress.at(config.publicUrl());
  }

  /** The small gallery in a frame; counted as a view. */
  Gallery gallery(String segment) {
    OpenLink link = open(segment);
    if (!links.countView(link)) {
      throw Problem.notFound();
    }
    return new Gallery(link, images.list(link, Cursor.parse(null), PICTURES));
  }

  /** @param maxWidth null for as wide as we like, likewise the height */
  Oembed describe(String url, Integer maxWidth, Integer maxHeight) {
    OpenLink link = open(ours.segment(url).orElseThrow(Problem::notFound));
    int width = most(WIDTH, maxWidth);
    int height = most(HEIGHT, maxHeight);
    Oembed.Frame frame =
        link.embedOrigins().isEmpty() ? null : new Oembed.Frame(html(link, width, height), width, height);
    Oembed.Thumbnail thumbnail = thumbnail(link).filter(small -> small.width() <= width && small.height() <= height).orElse(null);
    return Oembed.of(PublicImages.title(link), config.origin(), frame, thumbnail);
  }

  /** For pages that put a tag where the frame is to stand; only for links that may stand in frames at all, and no view by itself. */
  String script(String segment) {
    OpenLink link = open(segment);
    if (link.embedOrigins().isEmpty()) {
      throw Problem.notFound();
    }
    return EmbedScript.of(config.origin() + "/embed/" + link.token().value());
  }

  private OpenLink open(String segment) {
    OpenLink link = links.open(segment);
    if (link.hasPassword() || link.exhausted()) {
      throw Problem.notFound();
    }
    return link;
  }

  /** None where views are limited: a description uses up none, and so shows none. */
  private Optional<Oembed.Thumbnail> thumbnail(OpenLink link) {
    if (link.limited()) {
      return Optional.empty();
    }
    Page<PublicImageView> first = images.list(link, Cursor.parse(null), new Limit(1));
    return first.items().stream().findFirst().flatMap(picture -> images.small(link, picture.id()))
        .map(small -> new Oembed.Thumbnail(config.origin() + small.address(), small.width(), small.height()));
  }

  /** Only our own address and numbers are in it: nothing that anybody wrote. */
  private String html(OpenLink link, int width, int height) {
    return """
        <iframe src="%s/embed/%s" width="%d" height="%d" sandbox="allow-popups allow-popups-to-escape-sandbox" \
        referrerpolicy="no-referrer" loading="lazy" title="Shared pictures" style="border:0"></iframe>"""
        .formatted(config.origin(), link.token().value(), width, height);
  }

  private static int most(int ours, Integer theirs) {
    return theirs == null ? ours : Math.max(LEAST, Math.min(ours, theirs));
  }

  /** The pictures of a frame. */
  record Gallery(OpenLink link, Page<PublicImageView> page) {}
}
