package pms.search.index;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Where the index is and how it is kept. */
@ConfigMapping(prefix = "pms.search")
public interface SearchConfig {

  URI elasticsearch();

  /** Sent as {@code Authorization: ApiKey …} where Elasticsearch asks for one. */
  Optional<String> apiKey();

  /** Stands before every index name, so that test runs share a server without meeting. */
  Optional<String> indexPrefix();

  /** Primary shards of an index made from now on; a rebuild brings a change to bear. */
  @WithDefault("1")
  int shards();

  @WithDefault("2s")
  Duration connectTimeout();

  @WithDefault("30s")
  Duration timeout();

  /** How long a search that was begun can be gone on with; asking for a page begins the time anew. */
  @WithDefault("2m")
  Duration pageTimeout();

  /** Searches with further pages that one caller can have open at a replica; one more ends the oldest. */
  @WithDefault("8")
  int openPerCaller();

  /** The same of all callers together: each keeps files of the index from being deleted. */
  @WithDefault("400")
  int openAtOnce();

  /** For how long a replica remembers which albums somebody can see; what is revoked ends that much later. */
  @WithDefault("250ms")
  Duration albumsRemembered();

  /** How often we look whether the index is there and whole. */
  @WithDefault("10s")
  Duration lookAfter();

  /** How long a replaced index stays, for those who still write to it. */
  @WithDefault("5s")
  Duration rebuildGrace();

  /** A rebuild that has not been heard of for so long was killed. */
  @WithDefault("60s")
  Duration rebuildTimeout();

  /** An index's or alias's name on the server. */
  default String index(String name) {
    return indexPrefix().orElse("") + name;
  }
}
