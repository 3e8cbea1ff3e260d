package pms.metadata.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The pictures of a bucket, newest first, as columns of the same length.
 *
 * @param ratio width by height of the upright picture; null where it is not known yet
 * @param thumbhash base64; null where it is not known yet
 * @param time local time of capture; in the bucket {@code unknown} the moment of the upload, which ends in Z
 * @param next cursor to go on with; null at the end
 */
record BucketView(
    String bucket,
    List<UUID> id,
    List<Float> ratio,
    List<String> thumbhash,
    List<Boolean> favourite,
    List<String> time,
    @JsonInclude(JsonInclude.Include.ALWAYS) String next) {

  static BucketView of(BucketKey bucket, List<Shown> pictures, String next) {
    BucketView view =
        new BucketView(
            bucket.text(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), next);
    pictures.forEach(picture -> view.add(picture, bucket.isUnknown()));
    return view;
  }

  private void add(Shown picture, boolean unknown) {
    id.add(picture.id());
    ratio.add(picture.ratio());
    thumbhash.add(picture.thumbhash());
    favourite.add(picture.favourite());
    time.add(picture.time(unknown));
  }
}
