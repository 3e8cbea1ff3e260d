package pms.upload.body;

import java.io.InputStream;
import java.util.Optional;

/** A body that is the file itself. */
record RawFile(InputStream content, long length, Optional<String> fileName, Optional<Expected> expected)
    implements IncomingFile {

  static RawFile of(UploadHeaders headers, InputStream body, long length) {
    headers.refuseOtherThanPictures();
    return new RawFile(body, length, headers.disposition().fileName(), headers.expected());
  }

  @Override
  public long leastBytes() {
    return Math.max(0, length);
  }

  @Override
  public void end() {
    // The end of the content is the end of the request.
  }
}
