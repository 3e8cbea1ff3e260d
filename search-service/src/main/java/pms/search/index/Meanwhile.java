package pms.search.index;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A question to Elasticsearch that is answered while another is asked. Who fails to wait for its answer loses nothing but that. */
public final class Meanwhile<A> {

  private final FutureTask<A> question;

  private Meanwhile(FutureTask<A> question) {
    this.question = question;
  }

  public static <A> Meanwhile<A> asking(Asking.Question<A> question) {
    FutureTask<A> task = new FutureTask<>(question::ask);
    Thread.startVirtualThread(task);
    return new Meanwhile<>(task);
  }

  /** Waits for it; fails as the question has failed. */
  public A answer() throws IOException {
    try {
      return question.get();
    } catch (ExecutionException failed) {
      switch (failed.getCause()) {
        case IOException away -> throw away;
        case RuntimeException ours -> throw ours;
        case Error grave -> throw grave;
        case Throwable worse -> throw new IllegalStateException(worse);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IOException("stopping while searching", stopping);
    }
  }
}
