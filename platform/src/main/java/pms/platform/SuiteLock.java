package pms.platform;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/** One launcher at a time works on a home. The system lets go of it when a launcher dies. */
final class SuiteLock implements AutoCloseable {

  private static final ReentrantLock IN_THIS_PROCESS = new ReentrantLock();

  private final FileChannel file;

  private SuiteLock(FileChannel file) {
    this.file = file;
  }

  static SuiteLock take(Home home, Progress progress) {
    Path path = Home.folder(home.run()).resolve("lock");
    IN_THIS_PROCESS.lock();
    try {
      FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = file.tryLock();
      if (lock == null) {
        progress.waitingForAnother();
        file.lock();
      }
      return new SuiteLock(file);
    } catch (IOException e) {
      IN_THIS_PROCESS.unlock();
      throw new PlatformException("Cannot lock " + path + ": " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new PlatformException("Cannot unlock: " + e.getMessage(), e);
    } finally {
      IN_THIS_PROCESS.unlock();
    }
  }
}
