package pms.sharing.publicpage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import pms.kit.problem.Problem;
import pms.sharing.link.OpenLink;
import pms.sharing.link.Seals;
import pms.sharing.page.Cursor;
import pms.sharing.page.Limit;
import pms.sharing.page.Page;
import pms.sharing.view.Pictures;
import pms.sharing.view.Placed;
import pms.sharing.view.Shown;

/** What a link shows, and nothing beside it. */
@ApplicationScoped
public class PublicImages {

  static final List<String> SIZES = List.of("small", "medium", "large");

  private final Pictures pictures;
  private final Seals seals;

  PublicImages(Pictures pictures, Seals seals) {
    this.pictures = pictures;
    this.seals = seals;
  }

  public Page<PublicImageView> list(OpenLink link, Cursor after, Limit limit) {
    if (!link.isAlbum()) {
      return new Page<>(pictures.one(link.owner(), link.image()).map(picture -> view(link, picture)).stream().toList(), null);
    }
    List<Placed> rows = pictures.page(link.owner(), link.album(), after, limit.andOneMore());
    return Page.of(rows, limit.rows(), placed -> view(link, placed.picture()), Placed::cursor);
  }

  /** @param album the link's own, or one inside it */
  Page<PublicImageView> list(OpenLink link, PublicAlbum album, Cursor after, Limit limit) {
    List<Placed> rows = pictures.page(album.owner(), album.id(), after, limit.andOneMore());
    return Page.of(rows, limit.rows(), placed -> view(link, placed.picture()), Placed::cursor);
  }

  PublicImageView get(OpenLink link, UUID image) {
    return find(link, image).map(picture -> view(link, picture)).orElseThrow(Problem::notFound);
  }

  /** Empty for a picture that exists but is not what the link shows. */
  public Optional<Shown> find(OpenLink link, UUID image) {
    if (link.isAlbum()) {
      return pictures.inAlbum(link.album(), image);
    }
    return link.image().equals(image) ? pictures.one(link.owner(), image) : Optional.empty();
  }

  /** What people read above what a link shows. */
  public static String title(OpenLink link) {
    return link.isAlbum() ? link.title() : "Shared picture";
  }

  /** The same for somebody who has not told the password: an album's title may be as private as what is in it. */
  static String lockedTitle(OpenLink link) {
    return link.isAlbum() ? "Shared album" : "Shared picture";
  }

  /** The smallest rendition of what the link shows. */
  public Optional<Small> small(OpenLink link, UUID image) {
    return find(link, image).flatMap(picture ->
        picture.rendition(SIZES.getFirst(), List.of())
            .map(small -> new Small(view(link, picture).thumbnails().get(SIZES.getFirst()), small.width(), small.height())));
  }

  /** A rendition with the size it has, as other sites want to know it. */
  public record Small(String address, int width, int height) {}

  /** What the seal of an address is bound to: these bytes of this picture, in this version, with this text in them. */
  static String thing(OpenLink link, Shown picture, String size) {
    String text = link.watermark() == null ? "" : link.watermark();
    return String.join("/", picture.id().toString(), "" + picture.version(), "" + picture.rendering(), size, text);
  }

  private PublicImageView view(OpenLink link, Shown picture) {
    String here = "/api/public/" + link.token().value() + "/images/" + picture.id();
    Map<String, String> thumbnails = new LinkedHashMap<>();
    for (String size : SIZES) {
      thumbnails.put(size, here + "/thumbnails/" + size + "?seal=" + seals.address(link, thing(link, picture, size)));
    }
    String download =
        link.allowDownload() ? here + "/download?seal=" + seals.address(link, thing(link, picture, "download")) : null;
    PublicImageView bare = PublicImageView.bare(picture, thumbnails, download);
    return link.showMetadata() ? bare.with(picture) : bare;
  }
}
