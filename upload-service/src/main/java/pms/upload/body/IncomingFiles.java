package pms.upload.body;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import pms.kit.problem.Problem;

/** Finds the file in a request's body. */
public final class IncomingFiles {

  /** @throws IOException when the body breaks off before the file begins */
  public static IncomingFile of(HttpHeaders request, InputStream body) throws IOException {
    return form(request, body, true).one();
  }

  /** @param single whether a form may bring one file only */
  static IncomingForm form(HttpHeaders request, InputStream body, boolean single) throws IOException {
    UploadHeaders headers = new UploadHeaders(request::getHeaderString);
    long length = length(headers);
    if (headers.mediaType().filter(MediaType.MULTIPART_FORM_DATA::equals).isEmpty()) {
      return new OneFile(RawFile.of(headers, body, length));
    }
    refuseDigestOfForm(headers);
    return FormFiles.of(boundary(headers), body, length, single);
  }

  private static long length(UploadHeaders headers) {
    try {
      return headers.get(HttpHeaders.CONTENT_LENGTH).map(Long::parseLong).orElse(-1L);
    } catch (NumberFormatException notANumber) {
      throw Problem.invalid(HttpHeaders.CONTENT_LENGTH, "is not a number");
    }
  }

  private static String boundary(UploadHeaders headers) {
    Map<String, String> parameters =
        ContentDisposition.parse(headers.get(UploadHeaders.CONTENT_TYPE).orElse("")).parameters();
    return Optional.ofNullable(parameters.get("boundary"))
        .filter(boundary -> !boundary.isEmpty() && boundary.length() <= 200)
        .orElseThrow(() -> Problem.invalid(UploadHeaders.CONTENT_TYPE, "multipart/form-data needs a boundary"));
  }

  /** There it would cover the whole form; to ignore it would be to promise a check that nobody makes. */
  private static void refuseDigestOfForm(UploadHeaders headers) {
    for (String name : UploadHeaders.DIGESTS) {
      if (headers.get(name).isPresent()) {
        throw Problem.invalid(name, "of a form belongs into the headers of part file");
      }
    }
  }

  private IncomingFiles() {}
}
