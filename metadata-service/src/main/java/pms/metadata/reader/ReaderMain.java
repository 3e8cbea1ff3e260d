package pms.metadata.reader;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import pms.kit.worker.Station;
import pms.metadata.extract.Bytes;
import pms.metadata.extract.Extracted;
import pms.metadata.extract.Extractor;
import pms.metadata.extract.Listing;
import pms.metadata.extract.TiffExcerpt;

/** The worker process: it reads the metadata of one file after the other. */
public final class ReaderMain {

  /** Reads a file. */
  interface Reader {
    /** @param excerpt an existing, empty file */
    Extracted read(String type, Bytes file, Path excerpt);
  }

  private ReaderMain() {}

  /** @param arguments of a {@link Station} */
  public static void main(String[] arguments) throws IOException {
    serve(arguments, ReaderMain::read);
  }

  static void serve(String[] arguments, Reader reader) throws IOException {
    try {
      Station.serve(arguments, _ -> {}, (in, out) -> answer(reader, in, out));
    } catch (AskedBytes.ServiceGone gone) {
      throw gone.getCause();
    }
  }

  static Extracted read(String type, Bytes file, Path excerpt) {
    return switch (Extractor.way(type)) {
      case STREAM -> Extractor.readStream(type, new RangedStream(file));
      case BYTES -> Extractor.readBytes(type, new CachedBytes(file));
      case FILE -> readExcerpt(type, new CachedBytes(file), excerpt);
      case NONE -> Extractor.unreadable(type);
    };
  }

  private static Extracted readExcerpt(String type, Bytes bytes, Path excerpt) {
    try {
      TiffExcerpt.copy(bytes, excerpt);
    } catch (IOException broken) {
      return Extracted.nothing("The metadata could not be read: the file is broken, or a kind of TIFF that is not read.");
    }
    return Extractor.readFile(type, excerpt);
  }

  private static void answer(Reader reader, DataInputStream in, DataOutputStream out) throws IOException {
    String type = in.readUTF();
    Bytes file = new AskedBytes(in.readLong(), in, out);
    Path excerpt = Path.of(in.readUTF());
    try {
      byte[] json = json(reader.read(type, file, excerpt));
      out.writeByte(Protocol.DONE);
      out.writeInt(json.length);
      out.write(json);
    } catch (AskedBytes.ServiceGone gone) {
      throw gone;
    } catch (RuntimeException surprise) {
      failed(out, Protocol.BROKEN, "the file is broken");
    } catch (OutOfMemoryError memory) {
      failed(out, Protocol.FAILED, "that needs more memory than there is");
    } catch (StackOverflowError stack) {
      failed(out, Protocol.FAILED, "the file is nested too deeply");
    }
  }

  private static byte[] json(Extracted extracted) {
    byte[] json = PlainJson.of(extracted).getBytes(StandardCharsets.UTF_8);
    if (json.length <= Protocol.LARGEST_RESULT) {
      return json;
    }
    Listing none = Listing.empty(List.of("There is so much of it that it cannot be listed."));
    return PlainJson.of(new Extracted(extracted.facts(), none)).getBytes(StandardCharsets.UTF_8);
  }

  private static void failed(DataOutputStream out, int kind, String reason) throws IOException {
    out.writeByte(kind);
    out.writeUTF(reason);
  }
}
