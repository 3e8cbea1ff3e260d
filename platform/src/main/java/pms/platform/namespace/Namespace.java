package pms.platform.namespace;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The names by which one user of the servers is kept apart from every other. Test runs never restart or clean a server; they
 * take a fresh namespace and drop it at the end.
 *
 * @param databases what a service's database name starts with
 * @param topics what every topic and consumer group starts with
 * @param indices what every index starts with
 */
public record Namespace(String databases, String topics, String bucket, String indices) {

  public static final List<String> SERVICES_WITH_DATABASE = List.of("upload", "metadata", "processing", "sharing");

  private static final String TEST = "pms-t-";

  public Namespace {
    if (!databases.matches("[a-z0-9_]+") || !bucket.matches("[a-z0-9-]{3,63}")) {
      throw new IllegalArgumentException("not a name PostgreSQL and S3 both take: " + databases + ", " + bucket);
    }
  }

  /** The development suite's, and production's: plain names. */
  public static Namespace development() {
    return new Namespace("pms_", "", "pms", "");
  }

  /** A fresh one; its name carries the module and the time, so that what a killed run left behind can be told by age. */
  public static Namespace forTest(String module) {
    return forTest(module, Instant.now());
  }

  static Namespace forTest(String module, Instant now) {
    String word = module.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    String minutes = Long.toString(now.getEpochSecond() / 60, 36);
    String random = Integer.toString(ThreadLocalRandom.current().nextInt(36 * 36 * 36, 36 * 36 * 36 * 36), 36);
    String name = TEST + word.substring(0, Math.min(12, word.length())) + "-" + minutes + "-" + random;
    return new Namespace(name.replace('-', '_') + "_", name + "-", name, name + "-");
  }

  /** When a test's namespace was made, read off any of its bucket-like names; empty for everything else. */
  static Optional<Instant> born(String bucket) {
    String[] parts = bucket.replace('_', '-').split("-");
    if (parts.length < 5 || !bucket.replace('_', '-').startsWith(TEST)) {
      return Optional.empty();
    }
    return Optional.of(Instant.ofEpochSecond(Long.parseLong(parts[3], 36) * 60));
  }

  /** The test's namespace that has this bucket. */
  public static Namespace ofBucket(String name) {
    return new Namespace(name.replace('-', '_') + "_", name + "-", name, name + "-");
  }

  public boolean isTest() {
    return bucket.startsWith(TEST);
  }

  public String database(String service) {
    return databases + service;
  }

  public String topic(String name) {
    return topics + name;
  }
}
