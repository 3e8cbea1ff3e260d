package pms.sharing.publicpage;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;

/** Which part of a link's page somebody asks for, and what came of the form they were sent back from. */
public class PageAsked {

  /** One inside the link's own; null for that. */
  @QueryParam("album")
  UUID album;

  /** One picture of the link's album with what is said about it; null for the album. */
  @QueryParam("image")
  UUID image;

  @QueryParam("after")
  String after;

  /** Where the albums inside go on. */
  @QueryParam("albums")
  String albums;

  /** Where the comments go on. */
  @QueryParam("talk")
  String talk;

  @QueryParam("said")
  String said;

  @QueryParam("sent")
  String sent;

  @QueryParam("refused")
  String refused;

  /** The page that a form about this image, or about what the link itself shows, was on. */
  public static PageAsked about(UUID image) {
    PageAsked asked = new PageAsked();
    asked.image = image;
    return asked;
  }

  PageNotice notice() {
    return new PageNotice(sent, refused);
  }

  public UUID image() {
    return image;
  }

  public String talk() {
    return talk;
  }

  public String said() {
    return said;
  }

  /** Whether this is what the link itself shows, or one picture of it, and not an album inside. */
  boolean isTalkedAbout(UUID own) {
    return album == null || album.equals(own);
  }
}
