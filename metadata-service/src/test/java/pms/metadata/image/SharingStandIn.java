package pms.metadata.image;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Says yes to what a test granted: token, image and right. */
public class SharingStandIn extends StandIn {

  static final Set<String> GRANTED = ConcurrentHashMap.newKeySet();

  public SharingStandIn() {
    super("sharing");
  }

  static void grant(String token, Object image, String... rights) {
    for (String right : rights) {
      GRANTED.add(token + image + right);
    }
  }

  @Override
  Answer answer(String path, Map<String, String> query, String authorization) {
    String image = path.substring(path.lastIndexOf('/') + 1);
    boolean allowed = GRANTED.contains(String.valueOf(authorization).replace("Bearer ", "") + image + query.get("right"));
    return new Answer(200, "{\"allowed\":" + allowed + "}");
  }
}
