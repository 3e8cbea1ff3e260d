package pms.search.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.instrumentation.NoopInstrumentation;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.apache.http.Header;
import org.apache.http.HttpHost;
import org.apache.http.config.ConnectionConfig;
import org.apache.http.message.BasicHeader;
import org.elasticsearch.client.RestClient;
import org.elasticsearch.client.RestClientBuilder;

/** The client, and the JSON of documents: ISO 8601 times, nulls left out. */
@ApplicationScoped
public class Elasticsearch {

  public static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .build();

  private static final int CONNECTIONS = 40;
  /** Bytes: a page of documents in one or two reads instead of ten. */
  private static final int READ_AT_ONCE = 64 << 10;

  @Produces
  @Singleton
  ElasticsearchClient client(SearchConfig config) {
    RestClientBuilder builder =
        RestClient.builder(HttpHost.create(config.elasticsearch().toString()))
            .setRequestConfigCallback(
                request ->
                    request
                        .setConnectTimeout((int) config.connectTimeout().toMillis())
                        .setSocketTimeout((int) config.timeout().toMillis()))
            .setHttpClientConfigCallback(
                http ->
                    http.setMaxConnTotal(CONNECTIONS)
                        .setMaxConnPerRoute(CONNECTIONS)
                        .setDefaultConnectionConfig(ConnectionConfig.custom().setBufferSize(READ_AT_ONCE).build()));
    config.apiKey().ifPresent(key -> builder.setDefaultHeaders(authorization(key)));
    // The client's own tracing would leave the thread without the request's trace, so that errors and logs name none.
    return new ElasticsearchClient(
        new RestClientTransport(builder.build(), new JacksonJsonpMapper(JSON), null, NoopInstrumentation.INSTANCE));
  }

  void close(@Disposes ElasticsearchClient client) throws IOException {
    client._transport().close();
  }

  private static Header[] authorization(String apiKey) {
    return new Header[] {new BasicHeader("Authorization", "ApiKey " + apiKey)};
  }
}
