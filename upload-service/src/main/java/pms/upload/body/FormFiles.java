package pms.upload.body;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.MultipartInput;
import org.apache.commons.fileupload2.core.MultipartInput.FileUploadBoundaryException;
import pms.kit.problem.Problem;

/** The parts {@code file} of a form and the text fields before them, read off the wire as they come. */
final class FormFiles implements IncomingForm {

  private static final String FIELD = "file";
  private static final int BUFFER = 64 << 10;
  private static final int LONGEST_PART_HEADER = 8 << 10;
  private static final int MOST_PARTS_OF_ONE = 32;
  private static final int MOST_PARTS_OF_MANY = 128;

  /** Other fields are read, as long as they are small, and remembered, as long as they are short. */
  private static final int LARGEST_OTHER = 64 << 10;
  private static final int LONGEST_TEXT = 4 << 10;

  /** A refused file is read to its end if that is near, so that the files behind it still come in. */
  private static final long MOST_PASSED_OVER = 32 << 20;

  private final MultipartInput form;
  private final boolean single;
  private final long leastBytes;
  private final Map<String, String> fields = new HashMap<>();
  private InputStream unread;
  private boolean began;
  private boolean more;
  private int parts;

  private FormFiles(MultipartInput form, boolean single, long leastBytes) {
    this.form = form;
    this.single = single;
    this.leastBytes = leastBytes;
  }

  /** @param single whether a second file is refused */
  static FormFiles of(String boundary, InputStream body, long bodyLength, boolean single) throws IOException {
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
      long others = (long) MOST_PARTS_OF_ONE * (LARGEST_OTHER + LONGEST_PART_HEADER);
      return new FormFiles(form, single, single ? Math.max(0, bodyLength - others) : 0);
    } catch (FileUploadBoundaryException | IllegalArgumentException unusable) {
      throw Problem.invalid(UploadHeaders.CONTENT_TYPE, "the boundary cannot be used");
    }
  }

  @Override
  public Optional<String> field(String name) {
    return Optional.ofNullable(fields.get(name));
  }

  @Override
  public Optional<IncomingFile> next() throws IOException {
    advance();
    for (; more; more = form.readBoundary()) {
      UploadHeaders part = readPartHeaders();
      if (isFile(part)) {
        unread = form.newInputStream();
        part.refuseOtherThanPictures();
        return Optional.of(new Part(part, unread));
      }
      readField(part.disposition().name().orElse(""));
    }
    return Optional.empty();
  }

  private void advance() throws IOException {
    if (!began) {
      began = true;
      more = form.skipPreamble();
    } else if (unread != null) {
      passOver(unread);
      unread = null;
      more = form.readBoundary();
    }
  }

  private UploadHeaders readPartHeaders() throws IOException {
    int most = single ? MOST_PARTS_OF_ONE : MOST_PARTS_OF_MANY;
    if (++parts > most) {
      throw Problem.invalid(FIELD, "the form has more than " + most + " parts");
    }
    return PartHeaders.parse(form.readHeaders());
  }

  /** Browsers send a part without file name and content where no file was chosen; a program that sends one file may not name it. */
  private boolean isFile(UploadHeaders part) {
    boolean named = part.disposition().fileName().filter(String::isEmpty).isEmpty();
    return part.disposition().name().filter(FIELD::equals).isPresent() && (single || named);
  }

  private void readField(String name) throws IOException {
    byte[] content = form.newInputStream().readNBytes(LARGEST_OTHER + 1);
    if (content.length > LARGEST_OTHER) {
      throw Problem.invalid(FIELD, "another part of the form is larger than " + LARGEST_OTHER + " bytes");
    }
    fields.putIfAbsent(name, new String(content, 0, Math.min(content.length, LONGEST_TEXT), StandardCharsets.UTF_8));
  }

  private static void passOver(InputStream content) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long passed = 0;
    for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
      passed += count;
      if (passed > MOST_PASSED_OVER) {
        throw Problem.of(400, "too-large", "Too large", "file: is too large, and so what comes behind it is not read.");
      }
    }
  }

  /** Whether reading failed because the form is not well-formed, or broke off. */
  static boolean isMalformed(IOException failure) {
    return failure instanceof FileUploadException;
  }

  private final class Part implements IncomingFile {

    private final UploadHeaders headers;
    private final InputStream content;

    Part(UploadHeaders headers, InputStream content) {
      this.headers = headers;
      this.content = content;
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
      return leastBytes;
    }

    @Override
    public Optional<String> fileName() {
      return headers.disposition().fileName();
    }

    @Override
    public Optional<Expected> expected() {
      return headers.expected();
    }

    /** Up to the boundary behind it; without one the form broke off. */
    @Override
    public void end() throws IOException {
      advance();
      if (single && next().isPresent()) {
        throw Problem.invalid(FIELD, "one request brings one file; there is a second part of this name");
      }
    }
  }
}
