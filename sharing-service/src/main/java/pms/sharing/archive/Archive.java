package pms.sharing.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import pms.sharing.publicpage.KeptFile;

/**
 * A ZIP on its way out. Pictures are compressed already, so they are put in as they are: by the method "deflated" in stored
 * blocks, since "stored" wants length and checksum before the first byte. Nothing is held but the names.
 */
final class Archive extends ZipOutputStream {

  private static final int BLOCK = 1 << 16;
  private static final int MOST_NAMED = 1_000;

  private final EntryNames names = new EntryNames();
  private final List<String> leftOut = new ArrayList<>();
  private int missing;
  private boolean cutShort;

  Archive(OutputStream out) {
    super(new BufferedOutputStream(out, BLOCK), StandardCharsets.UTF_8);
    setLevel(Deflater.NO_COMPRESSION);
    buf = new byte[BLOCK];
  }

  /** A folder of its own. @param inside ends with a slash, or is empty */
  String folder(String inside, String title) {
    return names.take(inside, title, "Album") + "/";
  }

  void add(String folder, KeptFile file) throws IOException {
    putNextEntry(new ZipEntry(names.take(folder, file.name(), "picture")));
    file.copyTo(this);
    closeEntry();
  }

  void leaveOut(String folder, String name) {
    missing++;
    if (leftOut.size() < MOST_NAMED) {
      leftOut.add(folder + EntryNames.safe(name, "picture"));
    }
  }

  /** The rest is not for who gets this any more. */
  void cutShort() {
    cutShort = true;
  }

  /** Says what is missing, and ends so that it can be opened. */
  void complete() throws IOException {
    if (missing > 0 || cutShort) {
      putNextEntry(new ZipEntry(names.take("", "Not in this archive.txt", "")));
      write(report().getBytes(StandardCharsets.UTF_8));
      closeEntry();
    }
    finish();
    flush();
  }

  /** Without an end: an archive that broke off must not look whole. */
  @Override
  public void close() {
    def.end();
  }

  private String report() {
    StringBuilder report = new StringBuilder();
    if (missing > 0) {
      report.append("Pictures that were gone or could not be had: ").append(missing).append("\r\n\r\n");
      leftOut.forEach(name -> report.append(name).append("\r\n"));
    }
    if (cutShort) {
      report.append("Access ended while this was being written: what came after is not in it.\r\n");
    }
    return report.toString();
  }
}
