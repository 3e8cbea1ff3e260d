package pms.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The route table as it is shipped. */
class RoutesTest {

  private static final Set<String> SERVICES = Set.of("upload", "metadata", "processing", "search", "sharing");

  private final Routes routes = new Routes(shipped(), SERVICES);

  @ParameterizedTest
  @CsvSource({
    "POST, /api/images, upload",
    "POST, /api/images/check, upload",
    "DELETE, /api/images/1, upload",
    "POST, /api/images/1/restore, upload",
    "DELETE, /api/trash, upload",
    "GET, /api/me, upload",
    "POST, /api/uploads, upload",
    "PATCH, /api/uploads/1, upload",
    "OPTIONS, /api/uploads, upload",
    "GET, /api/images, metadata",
    "HEAD, /api/images, metadata",
    "GET, /api/images/1, metadata",
    "PATCH, /api/images/1, metadata",
    "GET, /api/images/1/metadata, metadata",
    "GET, /api/trash, metadata",
    "GET, /api/tags, metadata",
    "PATCH, /api/tags/cat, metadata",
    "POST, /api/categories, metadata",
    "GET, /api/timeline/2020-05, metadata",
    "GET, /api/jobs/1, metadata",
    "POST, /api/images/bulk, metadata",
    "GET, /api/images/1/thumbnails/small, processing",
    "GET, /api/images/1/original, processing",
    "HEAD, /api/images/1/original, processing",
    "PUT, /api/images/1/original, upload",
    "GET, /api/images/1/render, processing",
    "GET, /api/images/1/versions, processing",
    "POST, /api/images/1/versions/2/revert, processing",
    "POST, /api/images/1/edits, processing",
    "GET, /api/search, search",
    "GET, /api/search/suggest, search",
    "GET, /api/map, search",
    "GET, /api/albums, sharing",
    "GET, /api/albums/1/timeline, search",
    "DELETE, /api/albums/1/members/user:bob, sharing",
    "POST, /api/links, sharing",
    "GET, /api/images/1/grants, sharing",
    "POST, /api/images/1/comments, sharing",
    "GET, /api/images/1/history, metadata",
    "POST, /api/images/edits, processing",
    "POST, /api/public/abc/unlock, sharing",
    "GET, /s/abc, sharing",
    "POST, /s/abc, sharing",
    "GET, /embed/abc, sharing",
    "GET, /oembed, sharing",
    "POST, /api/admin/search/rebuild, search",
    "GET, /api/admin/metadata/parked, metadata",
    "POST, /api/admin/processing/parked/redrive, processing",
  })
  void a_request_goes_to_its_service(String method, String path, String service) {
    assertThat(routes.way(method, path)).isEqualTo(new Routes.To(service));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api", "/api/nothing", "/api/image", "/api/imagesx", "/api/IMAGES", "/API/images", "/api/images/1/nothing", "/api/images/1/original/x",
        "/internal/access/1", "/q/health", "/api/admin", "/api/admin/gateway/parked", "/api/admin/nobody/x", "/api/events", "/api/status",
        "/api/me/x", "/", "/api/internal/x", "/api/albumsx"
      })
  void everything_else_leads_nowhere(String path) {
    assertThat(routes.way("GET", path)).isEqualTo(new Routes.Nowhere());
  }

  @Test
  void a_known_path_with_a_wrong_method_names_the_right_ones() {
    assertThat(routes.way("PUT", "/api/images/1")).isEqualTo(new Routes.WrongMethod(Set.of("DELETE", "GET", "PATCH")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/public/abc", "/api/public/abc/images/1/thumbnails/small", "/s/abc", "/embed/abc", "/oembed"})
  void guests_of_a_link_need_no_token(String path) {
    assertThat(routes.isOpen("GET", path)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/images", "/api/links", "/api/links/public", "/api/publicx", "/api/albums/public", "/api/nothing", "/"})
  void everybody_else_does(String path) {
    assertThat(routes.isOpen("GET", path)).isFalse();
  }

  @Test
  void a_route_to_an_unknown_service_stops_the_start() {
    assertThatThrownBy(() -> new Routes(List.of(Route.of("GET /api/x nobody")), SERVICES)).hasMessageContaining("nobody");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GET", "GET /x", "get /x upload", "GET x upload", "GET /x {service}", "GET /**/x upload"})
  void a_line_that_is_no_route_stops_the_start(String line) {
    assertThatThrownBy(() -> Route.of(line)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_operation_belongs_to_the_service_it_is_routed_to() {
    assertThat(routes.leads("GET", "/api/images/{id}", "metadata")).isTrue();
    assertThat(routes.leads("GET", "/api/images/{id}", "upload")).isFalse();
    assertThat(routes.leads("GET", "/internal/images/{id}", "upload")).isFalse();
    assertThat(routes.leads("GET", "/api/admin/{service}/parked", "sharing")).isTrue();
    assertThat(routes.leads("POST", "/api/admin/search/rebuild", "search")).isTrue();
    assertThat(routes.leads("POST", "/api/admin/search/rebuild", "upload")).isFalse();
  }

  private static List<Route> shipped() {
    Properties properties = new Properties();
    try (InputStream file = RoutesTest.class.getResourceAsStream("/application.properties")) {
      properties.load(file);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return Arrays.stream(properties.getProperty("pms.gateway.routes").split(",")).map(Route::of).toList();
  }
}
