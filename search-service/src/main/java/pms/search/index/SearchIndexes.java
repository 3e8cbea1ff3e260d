package pms.search.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch.indices.get_alias.IndexAliases;
import co.elastic.clients.elasticsearch.indices.update_aliases.Action;
import co.elastic.clients.json.JsonData;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.logging.Logger;

/**
 * Generations of two indexes that are made, swapped and deleted together: {@code images-<time>} and {@code albums-<time>}, of
 * which one generation carries the aliases {@code images} and {@code albums}, by which everybody searches. A generation is
 * named by its index of images. Each index has an alias of its own to write by: writes are sent with {@code require_alias},
 * so that a write to an index that was just deleted fails instead of making a new one of that name.
 */
@ApplicationScoped
public class SearchIndexes {

  private static final Logger LOG = Logger.getLogger(SearchIndexes.class);
  private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS");
  /** The same for all replicas, so that of two that start at once only one makes it. */
  private static final String FIRST = "00000000000000000";

  private static final String SELDOM = "10s";

  private final ElasticsearchClient client;
  private final SearchConfig config;
  private final Clock clock;

  SearchIndexes(ElasticsearchClient client, SearchConfig config, Clock clock) {
    this.client = client;
    this.config = config;
    this.clock = clock;
  }

  public String alias() {
    return config.index("images");
  }

  public String albumAlias() {
    return config.index("albums");
  }

  /** The index of albums of the same generation. */
  public String albumsOf(String index) {
    return albumAlias() + index.substring(alias().length());
  }

  /** By which documents are written to an index and read back for folding. */
  public static String writeAlias(String index) {
    return index + "-writes";
  }

  /** The concrete index behind the alias now; made if there is none. */
  public String current() throws IOException {
    Optional<String> found = find();
    return found.isPresent() ? found.get() : createFirst();
  }

  public Optional<String> find() throws IOException {
    return all(alias()).entrySet().stream()
        .filter(entry -> entry.getValue().aliases().containsKey(alias()))
        .map(Map.Entry::getKey)
        .max(Comparator.naturalOrder());
  }

  /** An empty generation that nobody searches yet. */
  public String createFresh() throws IOException {
    String name = alias() + "-" + NAME.format(LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    create(IndexDefinition.albums().alias(writeAlias(albumsOf(name))).withoutRefresh(), albumsOf(name));
    create(IndexDefinition.images().shards(config.shards()).alias(writeAlias(name)).withoutRefresh(), name);
    return name;
  }

  /** Makes what was written to a fresh generation visible, from now on at short intervals. */
  public void startRefreshing(String index) throws IOException {
    Time interval = Time.of(time -> time.time(IndexDefinition.images().refreshInterval()));
    client.indices()
        .putSettings(
            put -> put.index(index, albumsOf(index)).settings(settings -> settings.refreshInterval(interval)));
    refresh(index);
  }

  /** While there is much to write; what was written becomes visible all the same, only later. */
  public void refreshSeldom(String index) throws IOException {
    client.indices()
        .putSettings(put -> put.index(index).settings(settings -> settings.refreshInterval(Time.of(time -> time.time(SELDOM)))));
  }

  public void refresh(String index) throws IOException {
    client.indices().refresh(refresh -> refresh.index(index, albumsOf(index)).ignoreUnavailable(true));
  }

  /** In one step everybody searches the fresh generation and nobody the old one. */
  public void swap(String old, String fresh) throws IOException {
    List<Action> actions = new ArrayList<>();
    actions.add(Action.of(action -> action.add(add -> add.index(fresh).alias(alias()))));
    actions.add(Action.of(action -> action.remove(remove -> remove.index(old).alias(alias()))));
    actions.add(Action.of(action -> action.add(add -> add.index(albumsOf(fresh)).alias(albumAlias()))));
    if (isWhole(old)) {
      actions.add(Action.of(action -> action.remove(remove -> remove.index(albumsOf(old)).alias(albumAlias()))));
    }
    client.indices().updateAliases(update -> update.actions(actions));
    LOG.infof("%s now names %s instead of %s", alias(), fresh, old);
  }

  /** Whether the generation has its index of albums; without, nobody sees what others share. */
  public boolean isWhole(String index) throws IOException {
    return client.indices().exists(exists -> exists.index(albumsOf(index))).value();
  }

  /** Remembers that the whole log is in the index. */
  public void markComplete(String index) throws IOException {
    Map<String, JsonData> meta = IndexDefinition.images().meta(true);
    client.indices().putMapping(put -> put.index(index).meta(meta));
  }

  /** Whether the whole log was read into the index at some time; what came since, the consumers bring. */
  public boolean isComplete(String index) throws IOException {
    return meta(index, IndexDefinition.COMPLETE).map(value -> value.to(Boolean.class)).orElse(false);
  }

  /** Whether the index was made by the definition that this program brings. */
  public boolean isUpToDate(String index) throws IOException {
    String ours = IndexDefinition.fingerprint();
    return meta(index, IndexDefinition.FINGERPRINT).map(value -> value.to(String.class)).filter(ours::equals).isPresent();
  }

  /** What is in a generation now. */
  public Inventory count(String index) throws IOException {
    long stored = client.count(count -> count.index(index)).count();
    long visible =
        client.count(count -> count.index(index).query(q -> q.term(t -> t.field("visible").value(true)))).count();
    long albums =
        client
            .count(
                count ->
                    count
                        .index(albumsOf(index))
                        .ignoreUnavailable(true)
                        .query(q -> q.term(t -> t.field("deleted").value(false))))
            .count();
    return new Inventory(visible, stored - visible, albums);
  }

  /** Generations that nobody searches: left by a rebuild that was killed, or waiting for the end of their grace. */
  public List<String> leftovers() throws IOException {
    Map<String, IndexAliases> images = all(alias());
    Set<String> generations = new TreeSet<>(images.keySet());
    all(albumAlias()).keySet().forEach(albums -> generations.add(alias() + albums.substring(albumAlias().length())));
    return generations.stream()
        .filter(name -> !images.containsKey(name) || !images.get(name).aliases().containsKey(alias()))
        .toList();
  }

  public void delete(String index) throws IOException {
    client.indices().delete(delete -> delete.index(index, albumsOf(index)).ignoreUnavailable(true));
    LOG.infof("deleted %s", index);
  }

  private Map<String, IndexAliases> all(String alias) throws IOException {
    return client.indices().getAlias(get -> get.index(alias + "-*")).result();
  }

  private String createFirst() throws IOException {
    String name = alias() + "-" + FIRST;
    // Albums that lost their images would go on granting what may have been revoked since.
    for (String leftover : leftovers()) {
      delete(leftover);
    }
    createOnce(IndexDefinition.albums().alias(writeAlias(albumsOf(name))).alias(albumAlias()), albumsOf(name));
    createOnce(IndexDefinition.images().shards(config.shards()).alias(writeAlias(name)).alias(alias()), name);
    return find().orElseThrow(() -> new IOException("no index carries the alias " + alias()));
  }

  private void createOnce(IndexDefinition definition, String name) throws IOException {
    try {
      create(definition, name);
    } catch (ElasticsearchException e) {
      if (!"resource_already_exists_exception".equals(e.error().type())) {
        throw e;
      }
      LOG.infof("%s was made by another replica", name);
    }
  }

  private void create(IndexDefinition definition, String name) throws IOException {
    client.indices().create(create -> create.index(name).withJson(definition.json()));
    LOG.infof("created %s", name);
  }

  private Optional<JsonData> meta(String index, String key) throws IOException {
    return client.indices().getMapping(get -> get.index(index)).result().values().stream()
        .findFirst()
        .map(mapping -> mapping.mappings().meta().get(key));
  }
}
