package pms.metadata.reader;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import pms.metadata.extract.Bytes;

/** The file as the worker sees it: it asks the service for each part. */
final class AskedBytes implements Bytes {

  private final long length;
  private final DataInputStream in;
  private final DataOutputStream out;

  AskedBytes(long length, DataInputStream in, DataOutputStream out) {
    this.length = length;
    this.in = in;
    this.out = out;
  }

  /** Readers forgive much, but to this one nobody listens any more. */
  static final class ServiceGone extends UncheckedIOException {
    ServiceGone(IOException why) {
      super(why);
    }
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public byte[] read(long offset, int count) throws IOException {
    if (offset < 0 || count < 0 || offset > length - count) {
      throw new EOFException();
    }
    byte[] part = ask(offset, count);
    if (part == null) {
      throw new IOException("is too large for that");
    }
    return part;
  }

  private byte[] ask(long offset, int count) {
    try {
      out.writeByte(Protocol.ASKED);
      out.writeLong(offset);
      out.writeInt(count);
      out.flush();
      if (!in.readBoolean()) {
        return null;
      }
      byte[] part = new byte[count];
      in.readFully(part);
      return part;
    } catch (IOException gone) {
      throw new ServiceGone(gone);
    }
  }
}
