package pms.e2e.bench.library;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pms.contracts.AlbumChanged;

/**
 * Everybody's pictures: one large library, one of a thousand pictures, and some thousands of pictures of others, of which the owner of the
 * large one may see a part, so that the filter of what one may see has something to do. The same seed makes the same world.
 *
 * @param large whose library is measured
 * @param small whose library it is compared with
 */
public record World(long seed, Library large, Library small, List<Library> others, Vocabulary vocabulary, Places places) {

  public static final int SMALL = 1_000;
  private static final int OTHERS = 40;
  private static final int OF_EACH = 125;
  private static final int OWN_ALBUMS = 12;

  public static World of(long seed, int images, String large, String small) {
    List<Library> others = IntStream.range(0, OTHERS).mapToObj(i -> other(i, large)).toList();
    return new World(
        seed, new Library(large, images, albums(large, OWN_ALBUMS), List.of()), new Library(small, SMALL, List.of(), List.of()), others,
        new Vocabulary(seed), new Places(seed));
  }

  public Stream<Library> libraries() {
    return Stream.concat(Stream.of(large, small), others.stream());
  }

  public Iterator<Picture> picturesOf(Library library) {
    return new Occasions(library, seed, vocabulary, places);
  }

  public long images() {
    return libraries().mapToLong(Library::images).sum();
  }

  /** Every album there is, with those who may see it. */
  List<AlbumChanged> albums() {
    List<AlbumChanged> albums = new ArrayList<>();
    libraries().forEach(library -> {
      List<String> viewers = new ArrayList<>(List.of("user:" + library.owner()));
      viewers.addAll(library.viewers());
      for (UUID id : library.albums()) {
        String title = vocabulary.sentence(3, new java.util.SplittableRandom(id.getLeastSignificantBits()));
        albums.add(new AlbumChanged(id, library.owner(), 1, title, null, null, 1, viewers, Instant.EPOCH));
      }
    });
    return albums;
  }

  /** Every second of them shares with the owner of the large library. */
  private static Library other(int number, String large) {
    String owner = "bench-other-" + number;
    return new Library(owner, OF_EACH, albums(owner, 1), number % 2 == 0 ? List.of("user:" + large) : List.of());
  }

  private static List<UUID> albums(String owner, int count) {
    return IntStream.range(0, count).mapToObj(i -> UUID.nameUUIDFromBytes((owner + "/" + i).getBytes())).toList();
  }
}
