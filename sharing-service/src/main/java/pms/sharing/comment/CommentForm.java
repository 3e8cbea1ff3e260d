package pms.sharing.comment;

import jakarta.ws.rs.FormParam;
import java.util.UUID;

/** The form for comments on the page of a link. */
public class CommentForm {

  @FormParam("name")
  String name;

  @FormParam("text")
  String text;

  /** Null for what the link itself shows. */
  @FormParam("image")
  UUID image;

  /** People do not see this field; programs that fill in whatever they find do. */
  @FormParam("website")
  String website;

  boolean isFilledByProgram() {
    return website != null && !website.isBlank();
  }

  CommentRequest.OfGuest words() {
    return CommentRequest.OfGuest.required(new CommentRequest.OfGuest(name, text));
  }
}
