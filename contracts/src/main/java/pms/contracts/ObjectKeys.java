package pms.contracts;

import java.util.UUID;

/** Where bytes lie in the bucket. Keys are made of ids of our own only; nothing a client wrote is in them. */
public final class ObjectKeys {

  public static final String ORIGINALS = "originals/";
  public static final String RENDITIONS = "renditions/";

  /** {@code originals/{owner}/{imageId}}: the bytes as uploaded, never changed. */
  public static String original(String owner, UUID imageId) {
    return ORIGINALS + owner + "/" + imageId;
  }

  /** {@code originals/{owner}/{imageId}.{file}}: bytes that took the place of the first ones, which stay; never changed either. */
  public static String replacement(String owner, UUID imageId, UUID file) {
    return original(owner, imageId) + "." + file;
  }

  /** {@code renditions/{owner}/{imageId}/}: everything derived from an image. */
  public static String renditions(String owner, UUID imageId) {
    return RENDITIONS + owner + "/" + imageId + "/";
  }

  /**
   * {@code renditions/{owner}/{imageId}/{version}/{name}}.
   *
   * @param name such as {@code small.jpg}
   */
  public static String rendition(String owner, UUID imageId, int version, String name) {
    return renditions(owner, imageId) + version + "/" + name;
  }

  private ObjectKeys() {}
}
