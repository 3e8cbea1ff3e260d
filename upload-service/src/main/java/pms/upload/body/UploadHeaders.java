package pms.upload.body;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import pms.kit.problem.FieldError;
import pms.kit.problem.Problem;

/** The headers that describe an upload, of the request or of one part of a form; malformed ones are refused. */
final class UploadHeaders {

  static final String CONTENT_TYPE = "Content-Type";
  static final String CONTENT_DISPOSITION = "Content-Disposition";
  static final List<String> DIGESTS = List.of("Repr-Digest", "Content-Digest");

  private static final List<String> UNSPECIFIC =
      List.of("application/octet-stream", "binary/octet-stream", "application/x-binary");

  private final Function<String, String> values;

  /** @param values a header's value by its name; null when it is not there */
  UploadHeaders(Function<String, String> values) {
    this.values = values;
  }

  Optional<String> get(String name) {
    return Optional.ofNullable(values.apply(name));
  }

  /** Type and subtype in lower case, without parameters. */
  Optional<String> mediaType() {
    return get(CONTENT_TYPE).map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT)).filter(t -> !t.isEmpty());
  }

  /** Which picture it is the content decides, but a declared type that is none says the client means something else. */
  void refuseOtherThanPictures() {
    mediaType().filter(type -> !type.startsWith("image/") && !UNSPECIFIC.contains(type)).ifPresent(type -> {
      throw new Problem(
          415,
          "unsupported-media-type",
          "Unsupported media type",
          "Content-Type: " + type + " is not a picture; send image/…, application/octet-stream or multipart/form-data.",
          List.of(new FieldError(CONTENT_TYPE, "must be image/…, application/octet-stream or multipart/form-data")));
    });
    get("Content-Encoding").filter(coding -> !coding.equalsIgnoreCase("identity")).ifPresent(coding -> {
      throw new Problem(
          415,
          "unsupported-media-type",
          "Unsupported media type",
          "Content-Encoding: send the file as it is, not packed.",
          List.of(new FieldError("Content-Encoding", "must be left out")));
    });
  }

  ContentDisposition disposition() {
    return ContentDisposition.parse(get(CONTENT_DISPOSITION).orElse(""));
  }

  Optional<IncomingFile.Expected> expected() {
    Optional<IncomingFile.Expected> found = Optional.empty();
    for (String name : DIGESTS) {
      Optional<IncomingFile.Expected> digest = get(name).flatMap(value -> digest(name, value));
      if (found.isPresent() && digest.isPresent() && !found.get().sha256().equals(digest.get().sha256())) {
        throw Problem.invalid(name, "says another checksum than " + found.get().field());
      }
      found = found.or(() -> digest);
    }
    return found;
  }

  private static Optional<IncomingFile.Expected> digest(String name, String value) {
    try {
      return Sha256.ofDigestHeader(value).map(sha256 -> new IncomingFile.Expected(name, sha256));
    } catch (IllegalArgumentException malformed) {
      throw Problem.invalid(name, malformed.getMessage());
    }
  }
}
