package pms.e2e.bench.library;

import java.util.List;
import java.util.UUID;

/**
 * One owner's library.
 *
 * @param images how many
 * @param albums which a part of them is in
 * @param viewers to whom some were granted one by one
 */
public record Library(String owner, int images, List<UUID> albums, List<String> viewers) {

  private static final int ONE_IN_AN_ALBUM = 10;
  private static final int ONE_GRANTED = 25;

  List<UUID> albumsOf(int number) {
    boolean in = !albums.isEmpty() && number % ONE_IN_AN_ALBUM == 0;
    return in ? List.of(albums.get(number / ONE_IN_AN_ALBUM % albums.size())) : List.of();
  }

  List<String> viewersOf(int number) {
    return number % ONE_GRANTED == 1 ? viewers : List.of();
  }
}
