package pms.metadata.image;

import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Says yes to what a test granted: token, image and right. */
public class SharingStandIn extends StandIn {

  static final Set<String> GRANTED = ConcurrentHashMap.newKeySet();
  private static final Queue<String> ASKED = new ConcurrentLinkedQueue<>();

  public SharingStandIn() {
    super("sharing");
  }

  static void grant(String token, Object image, String... rights) {
    for (String right : rights) {
      GRANTED.add(token + image + right);
    }
  }

  /** How often it was asked about this image. */
  static long asked(UUID image) {
    return ASKED.stream().filter(image.toString()::equals).count();
  }

  @Override
  Answer answer(String path, Map<String, String> query, String authorization) {
    String image = path.substring(path.lastIndexOf('/') + 1);
    ASKED.add(image);
    boolean allowed = GRANTED.contains(String.valueOf(authorization).replace("Bearer ", "") + image + query.get("right"));
    return new Answer(200, "{\"allowed\":" + allowed + "}");
  }
}
