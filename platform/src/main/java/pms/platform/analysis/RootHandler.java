package pms.platform.analysis;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.util.Version;
import org.elasticsearch.Build;
import org.elasticsearch.client.internal.node.NodeClient;
import org.elasticsearch.rest.BaseRestHandler;
import org.elasticsearch.rest.RestRequest;
import org.elasticsearch.rest.RestResponse;
import org.elasticsearch.rest.RestStatus;
import org.elasticsearch.xcontent.XContentBuilder;

/** {@code GET /} and {@code HEAD /}: with these clients ask for the version and ping. */
final class RootHandler extends BaseRestHandler {

  @Override
  public String getName() {
    return "pms_root";
  }

  @Override
  public List<Route> routes() {
    return List.of(new Route(RestRequest.Method.GET, "/"), new Route(RestRequest.Method.HEAD, "/"));
  }

  @Override
  protected RestChannelConsumer prepareRequest(RestRequest request, NodeClient client) {
    return channel -> {
      try (XContentBuilder answer = channel.newBuilder()) {
        channel.sendResponse(new RestResponse(RestStatus.OK, write(answer, client.getLocalNodeId())));
      }
    };
  }

  private static XContentBuilder write(XContentBuilder answer, String node) throws IOException {
    answer.startObject().field("name", "pms").field("cluster_name", "pms").field("cluster_uuid", node);
    Build build = Build.current();
    answer.startObject("version").field("number", build.qualifiedVersion()).field("build_flavor", build.flavor());
    answer.field("build_type", build.type().displayName()).field("build_hash", build.hash()).field("build_date", build.date());
    answer.field("build_snapshot", build.isSnapshot()).field("lucene_version", Version.LATEST.toString());
    answer.field("minimum_wire_compatibility_version", build.minWireCompatVersion());
    answer.field("minimum_index_compatibility_version", build.minIndexCompatVersion()).endObject();
    return answer.field("tagline", "You Know, for Search").endObject();
  }
}
