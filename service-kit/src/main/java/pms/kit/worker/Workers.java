package pms.kit.worker;

import java.io.IOException;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Processes that do what strangers' files are not trusted with, so that one can harm nothing but the process that reads it.
 * One that ends, hangs or has had its share is replaced; the others go on meanwhile.
 *
 * @param <G> what a worker says of itself when it starts
 */
public final class Workers<G> implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(Workers.class);

  /** Without a task after which there is time for a rehearsal. */
  private static final Duration IDLE = Duration.ofSeconds(30);

  private static final TimeLimit OF_REHEARSAL = new TimeLimit(Duration.ofMinutes(1), Duration.ofMinutes(2));

  /**
   * @param most at a time, each of which uses one core
   * @param tasksEach after which a worker is replaced, so that what leaks or was damaged goes with it
   * @param rest without a task after which a worker ends, and is started again when there is one; empty: all are kept ready
   */
  public record Terms(int most, int tasksEach, Optional<Duration> rest) {}

  private final WorkerJvm jvm;
  private final Worker.Greeting<G> greeting;
  private final Terms terms;
  private final Semaphore places;
  private final Deque<CompletableFuture<Worker.Started<G>>> resting = new ConcurrentLinkedDeque<>();
  private final Set<CompletableFuture<Worker.Started<G>>> all = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("worker-clock").daemon().factory());
  private final ExecutorService starting = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicBoolean rehearsing = new AtomicBoolean();
  private volatile Worker rehearser;
  private final KeptClasses kept;
  private final Worker.Conversation<?, ?> rehearsal;
  private volatile long lastTask = System.nanoTime();
  private volatile boolean closed;

  /** None is started yet; a rehearsal of theirs is that they start. */
  public Workers(WorkerJvm jvm, Worker.Greeting<G> greeting, Terms terms) {
    this(jvm, greeting, terms, _ -> null);
  }

  /**
   * None is started yet.
   *
   * @param rehearsal with files of our own, so that all is ready for strangers' in workers that start later; it is held once,
   *     when there is nothing else to do
   */
  public Workers(WorkerJvm jvm, Worker.Greeting<G> greeting, Terms terms, Worker.Conversation<?, ?> rehearsal) {
    this.jvm = jvm;
    this.greeting = greeting;
    this.terms = terms;
    this.rehearsal = rehearsal;
    this.kept = new KeptClasses(jvm);
    this.places = new Semaphore(terms.most());
    clock.scheduleWithFixedDelay(this::rehearseIfIdle, IDLE.toMillis(), IDLE.toMillis(), TimeUnit.MILLISECONDS);
    terms.rest().ifPresent(rest -> clock.scheduleWithFixedDelay(
        () -> endResting(rest), rest.toMillis(), Math.max(1, rest.toMillis() / 4), TimeUnit.MILLISECONDS));
  }

  /** What the first of them says; starts it if there is none. */
  public G greeting() throws IOException {
    CompletableFuture<Worker.Started<G>> first = take();
    try {
      return ready(first).greeting();
    } finally {
      giveBack(first);
    }
  }

  /** Starts all of them in the background. */
  public void fill() {
    while (all.size() < terms.most()) {
      resting.addLast(start());
    }
  }

  /** How many there are now. */
  public int count() {
    return all.size();
  }

  /**
   * Has one task done by a worker; waits for one that has time.
   *
   * @throws WorkerDied when its worker ended, for which the task may be to blame
   * @throws WorkerLate when it took too long
   */
  public <T, E extends Exception> T ask(TimeLimit limit, Worker.Conversation<T, E> conversation) throws IOException, E {
    CompletableFuture<Worker.Started<G>> next = take();
    try {
      return ready(next).worker().ask(limit, conversation);
    } catch (WorkerDied died) {
      if (closed) {
        throw new IOException("stopping while a worker was at its task", died);
      }
      throw died;
    } finally {
      giveBack(next);
    }
  }

  /** All of them are ended, whatever they do. */
  @Override
  public void close() {
    closed = true;
    all.forEach(this::end);
    if (rehearser != null) {
      rehearser.close();
    }
    starting.close();
    clock.shutdownNow();
  }

  private CompletableFuture<Worker.Started<G>> take() throws IOException {
    try {
      places.acquire();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IOException("stopping before a worker had time", stopping);
    }
    CompletableFuture<Worker.Started<G>> next = resting.pollFirst();
    while (next != null && next.isDone() && !isGood(next)) {
      end(next);
      next = resting.pollFirst();
    }
    return next == null ? start() : next;
  }

  private static <G> Worker.Started<G> ready(CompletableFuture<Worker.Started<G>> worker) throws IOException {
    try {
      return worker.join();
    } catch (CompletionException failed) {
      throw new IOException(failed.getCause().getMessage(), failed.getCause());
    }
  }

  private void giveBack(CompletableFuture<Worker.Started<G>> worker) {
    if (isGood(worker) && !closed) {
      worker.resultNow().worker().rest();
      resting.addFirst(worker);
    } else {
      end(worker);
      if (terms.rest().isEmpty() && !closed) {
        resting.addLast(start());
      }
    }
    lastTask = System.nanoTime();
    places.release();
  }

  private void rehearseIfIdle() {
    boolean idle = places.availablePermits() == terms.most() && System.nanoTime() - lastTask > IDLE.toNanos();
    if (idle && !closed && kept.areMissing()) {
      starting.execute(this::rehearse);
    }
  }

  /** Once: then the classes are there, or it is of no use. */
  void rehearse() {
    if (rehearsing.compareAndSet(false, true)) {
      kept.make(this::rehearsed);
    }
  }

  private boolean rehearsed(List<String> options, Duration limit) throws IOException {
    try (Worker worker = Worker.start(jvm, options, greeting, clock).worker()) {
      rehearser = worker;
      worker.ask(OF_REHEARSAL, rehearsal);
      return worker.endsWithin(limit);
    } catch (IOException | RuntimeException e) {
      throw e;
    } catch (Exception refused) {
      throw new IOException("the rehearsal was refused: " + refused.getMessage(), refused);
    }
  }

  private boolean isGood(CompletableFuture<Worker.Started<G>> worker) {
    return worker.state() == CompletableFuture.State.SUCCESS && worker.resultNow().worker().isGood(terms.tasksEach());
  }

  private void endResting(Duration rest) {
    for (CompletableFuture<Worker.Started<G>> worker : resting) {
      if (worker.resultNow().worker().isRestingFor(rest) && resting.remove(worker)) {
        end(worker);
      }
    }
  }

  private void end(CompletableFuture<Worker.Started<G>> worker) {
    all.remove(worker);
    worker.whenComplete((started, _) -> {
      if (started != null) {
        started.worker().close();
      }
    });
  }

  private CompletableFuture<Worker.Started<G>> start() {
    CompletableFuture<Worker.Started<G>> worker = CompletableFuture.supplyAsync(() -> {
      try {
        return started();
      } catch (IOException e) {
        LOG.warnf("%s", e.getMessage());
        throw new CompletionException(e);
      }
    }, starting);
    all.add(worker);
    return worker;
  }

  private Worker.Started<G> started() throws IOException {
    List<String> options = kept.options();
    try {
      return Worker.start(jvm, options, greeting, clock);
    } catch (IOException e) {
      if (options.isEmpty() || closed) {
        throw e;
      }
      kept.giveUp(e);
      return Worker.start(jvm, List.of(), greeting, clock);
    }
  }
}
