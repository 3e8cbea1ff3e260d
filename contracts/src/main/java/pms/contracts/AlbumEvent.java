package pms.contracts;

/** The family of topic {@code album-changed}. */
public sealed interface AlbumEvent extends PmsEvent permits AlbumChanged, AlbumDeleted {}
