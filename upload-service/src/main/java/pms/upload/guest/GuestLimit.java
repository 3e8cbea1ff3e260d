package pms.upload.guest;

import java.util.List;
import pms.kit.problem.FieldError;
import pms.kit.problem.Problem;
import pms.upload.body.ReceivedStream;
import pms.upload.quota.Quota;

/**
 * How large a guest's file may be: no larger than any guest's, and within what its link and its owner have room for. Guests do
 * not learn how much that is.
 *
 * @param largest of any guest, in bytes
 * @param room bytes that may still wait
 */
record GuestLimit(long largest, long room) implements ReceivedStream.Limit {

  static GuestLimit of(GuestConfig config, GuestPermit permit, List<GuestPicture.Load> loads, Quota quota) {
    long ofOwner = loads.stream().mapToLong(GuestPicture.Load::bytes).sum();
    var ofLink = loads.stream().filter(load -> load.link().equals(permit.link())).findFirst();
    long pictures = ofLink.map(GuestPicture.Load::pictures).orElse(0L);
    long bytes = ofLink.map(GuestPicture.Load::bytes).orElse(0L);
    long room = Math.min(config.mostBytesWaiting().asLongValue() - bytes, quota.room() - ofOwner);
    return new GuestLimit(config.largest().asLongValue(), pictures >= config.mostWaiting() ? -1 : Math.max(-1, room));
  }

  @Override
  public void check(long bytes) {
    if (bytes > largest) {
      String most = "must have at most " + largest + " bytes";
      throw new Problem(413, "too-large", "Too large", "file: " + most, List.of(new FieldError("file", most)));
    }
    if (bytes > room) {
      throw Problem.of(507, "link-full", "No room", "There is no room for more pictures until those that wait were looked at.");
    }
  }
}
