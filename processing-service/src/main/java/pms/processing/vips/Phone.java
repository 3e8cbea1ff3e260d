package pms.processing.vips;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Base64;

/** A picture as phones store it, to try whether a library reads it: a loader may be there without a decoder. */
final class Phone {

  /** HEIC of 64 × 64 grey pixels. */
  private static final String PICTURE =
      "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAUJtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAAB"
          + "AAAAImlsb2MAAAAAREAAAQABAAAAAAFmAAEAAAAAAAAADgAAACNpaW5mAAAAAAABAAAAFWluZmUCAAAAAAEAAGh2YzEAAAAAwmlwcnAAAACkaXBjbwAA"
          + "AHhodmNDAQNwAAAAAAAAAAAAHvAA/P34+AAADwMgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroCQCEAAQArQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbq"
          + "SSmubgQEDAgAAAMACAAAAwAIQCIAAQAHRAHBcrAiQAAAABRpc3BlAAAAAAAAAEAAAABAAAAAEHBpeGkAAAAAAwgICAAAABZpcG1hAAAAAAAAAAEAAQOB"
          + "AoMAAAAWbWRhdAAAAAooAa8EGPxK15vA";

  private static final double GREY = 128;
  private static final double NEAR = 8;

  static boolean isReadBy(Natives vips) {
    byte[] file = Base64.getDecoder().decode(PICTURE);
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment bytes = arena.allocateFrom(JAVA_BYTE, file);
      MemorySegment image = vips.openWithOptions("vips_image_new_from_buffer", 3, bytes, (long) file.length, "");
      MemorySegment mean = arena.allocate(JAVA_DOUBLE);
      boolean read = !image.equals(MemorySegment.NULL) && vips.callWithOptions("vips_avg", 2, image, mean) == 0;
      if (!image.equals(MemorySegment.NULL)) {
        vips.run("g_object_unref", image);
      }
      vips.run("vips_error_clear");
      return read && Math.abs(mean.get(JAVA_DOUBLE, 0) - GREY) < NEAR;
    }
  }

  private Phone() {}
}
