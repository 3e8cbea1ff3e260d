package pms.search.album;

/** A part of a query that may speak of an album. */
public record AlbumTerm(Kind kind, String text) {

  public enum Kind {
    /** Words of the title. */
    WORD,
    /** The same, the last of them perhaps not written to its end. */
    BEGINNING,
    /** Words of the title next to one another. */
    PHRASE,
    /** Named as {@code album:…}: words of the title, or the id. */
    NAME
  }
}
