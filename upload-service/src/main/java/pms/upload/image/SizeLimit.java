package pms.upload.image;

import java.util.List;
import pms.kit.problem.FieldError;
import pms.kit.problem.Problem;
import pms.upload.body.ReceivedStream;
import pms.upload.quota.Quota;
import pms.upload.quota.Quotas;

/** How large this file may be: what anybody's may, and what its owner has room for. */
record SizeLimit(long largest, Quota quota) implements ReceivedStream.Limit {

  @Override
  public void check(long bytes) {
    if (bytes > largest) {
      String most = "must have at most " + largest + " bytes";
      throw new Problem(413, "too-large", "Too large", "file: " + most, List.of(new FieldError("file", most)));
    }
    if (bytes > quota.room()) {
      throw Quotas.exceeded(quota.allowed());
    }
  }
}
