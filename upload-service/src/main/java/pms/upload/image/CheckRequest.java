package pms.upload.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pms.kit.problem.FieldError;
import pms.kit.problem.Problem;
import pms.upload.body.Sha256;

/** The contents a client has, to learn which of them need not be sent. */
record CheckRequest(List<String> sha256) {

  static final int MOST = 5000;

  /** A body of {@code null} is JSON too. */
  static List<String> hashes(CheckRequest request) {
    return new CheckRequest(request == null ? null : request.sha256()).hashes();
  }

  /** The same in lower case, or a refusal that names the bad ones. */
  private List<String> hashes() {
    if (sha256 == null || sha256.isEmpty() || sha256.size() > MOST) {
      throw Problem.invalid("sha256", "must be a list of 1 to " + MOST + " SHA-256 sums");
    }
    List<FieldError> errors = new ArrayList<>();
    List<String> hashes = new ArrayList<>();
    for (int i = 0; i < sha256.size(); i++) {
      String lower = sha256.get(i) == null ? "" : sha256.get(i).toLowerCase(Locale.ROOT);
      if (Sha256.isHex(lower)) {
        hashes.add(lower);
      } else if (errors.size() < 20) {
        errors.add(new FieldError("sha256[" + i + "]", "must be 64 hex digits"));
      }
    }
    if (!errors.isEmpty()) {
      throw Problem.invalid(errors);
    }
    return hashes;
  }
}
