package pms.upload.body;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.apache.commons.fileupload2.core.MultipartInput.FileUploadBoundaryException;
import pms.kit.problem.Problem;

/** The part {@code file} of a form, read off the wire as it comes: nothing is spooled to disk or held in memory. */
final class FormFile implements IncomingFile {

  private static final String FIELD = "file";
  private static final int BUFFER = 64 << 10;
  private static final int LONGEST_PART_HEADER = 8 << 10;
  private static final int MOST_PARTS = 32;

  /** Other fields of the form are passed over, as long as they are small. */
  private static final long MOST_PASSED_OVER = 64 << 10;

  private final MultipartInput form;
  private final InputStream content;
  private final UploadHeaders headers;
  private final long bodyLength;
  private int parts;

  private FormFile(MultipartInput form, long bodyLength) throws IOException {
    this.form = form;
    this.bodyLength = bodyLength;
    this.headers = findFile();
    this.content = form.newInputStream();
  }

  static FormFile of(String boundary, InputStream body, long bodyLength) throws IOException {
    try {
      MultipartInput form =
          MultipartInput.builder()
              .setInputStream(body)
              .setBufferSize(BUFFER)
              .setBoundary(boundary.getBytes(StandardCharsets.ISO_8859_1))
              .setPartHeaderSizeMax(LONGEST_PART_HEADER)
              .get();
      // Part headers are read as Latin-1 like those of the request; ContentDisposition repairs what was UTF-8.
      form.setHeaderCharset(StandardCharsets.ISO_8859_1);
      return new FormFile(form, bodyLength);
    } catch (FileUploadBoundaryException | IllegalArgumentException unusable) {
      throw Problem.invalid(UploadHeaders.CONTENT_TYPE, "the boundary cannot be used");
    }
  }

  @Override
  public InputStream content() {
    return content;
  }

  @Override
  public long length() {
    return -1;
  }

  @Override
  public long leastBytes() {
    return Math.max(0, bodyLength - MOST_PARTS * (MOST_PASSED_OVER + LONGEST_PART_HEADER));
  }

  @Override
  public Optional<String> fileName() {
    return headers.disposition().fileName();
  }

  @Override
  public Optional<Expected> expected() {
    return headers.expected();
  }

  /** A second file must not get lost without a word: one request brings one picture. */
  @Override
  public void end() throws IOException {
    while (form.readBoundary()) {
      if (isFile(readPartHeaders())) {
        throw Problem.invalid(FIELD, "one request brings one file; there is a second part of this name");
      }
      passOver();
    }
  }

  private UploadHeaders findFile() throws IOException {
    boolean more = form.skipPreamble();
    while (more) {
      UploadHeaders part = readPartHeaders();
      if (isFile(part)) {
        part.refuseOtherThanPictures();
        return part;
      }
      passOver();
      more = form.readBoundary();
    }
    throw Problem.invalid(FIELD, "the form has no part of this name");
  }

  private UploadHeaders readPartHeaders() throws IOException {
    if (++parts > MOST_PARTS) {
      throw Problem.invalid(FIELD, "the form has more than " + MOST_PARTS + " parts");
    }
    return PartHeaders.parse(form.readHeaders());
  }

  private static boolean isFile(UploadHeaders part) {
    return part.disposition().name().filter(FIELD::equals).isPresent();
  }

  private void passOver() throws IOException {
    InputStream other = form.newInputStream();
    byte[] buffer = new byte[8 << 10];
    long passed = 0;
    for (int count = other.read(buffer); count >= 0; count = other.read(buffer)) {
      passed += count;
      if (passed > MOST_PASSED_OVER) {
        throw Problem.invalid(FIELD, "another part of the form is larger than " + MOST_PASSED_OVER + " bytes");
      }
    }
  }

  /** Whether reading failed because the form is not well-formed, or broke off. */
  static boolean isMalformed(IOException failure) {
    return failure instanceof FileUploadException;
  }
}
