package pms.sharing.publicpage;

import java.util.List;

/**
 * What guests say about what a page shows, and the form for more.
 *
 * @param action where the form is sent to
 * @param image hidden field of the form; null for what the link itself shows
 * @param said the newest first
 * @param next address of the comments before those; null when there are none
 * @param notice what became of what was said before; null when nothing was
 * @param draft what the form is filled with; null for nothing
 */
public record PageTalk(String action, String image, List<Said> said, String next, String notice, Draft draft) {

  /**
   * One comment.
   *
   * @param at for programs, and {@code day} for people
   * @param remove where the form to delete it is sent to; null when somebody else said it
   */
  public record Said(String name, String text, String at, String day, String remove) {}

  /**
   * What was refused, to be put right.
   *
   * @param status of the page that says so
   * @param complaint what is wrong with it
   */
  public record Draft(int status, String name, String text, String complaint) {}
}
