package pms.search.testing;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import pms.platform.test.PmsPlatform;

/** A look at Elasticsearch behind the service's back. */
public final class Index {

  public static String alias() {
    return PmsPlatform.names().indices() + "images";
  }

  /** The stored document of an image, with its {@code _version} and {@code _source}. */
  public static JsonPath document(Events image) {
    return server()
        .pathParam("id", image.owner() + "/" + image.id())
        .get("/" + alias() + "/_doc/{id}")
        .then()
        .extract()
        .jsonPath();
  }

  public static List<String> concrete() {
    return server().get("/_cat/indices/" + alias() + "-*?format=json&h=index").jsonPath().getList("index");
  }

  /** Views of our index that are open for searches to go on. */
  public static int openViews() {
    return server().get("/" + alias() + "/_stats/search").jsonPath().getInt("_all.primaries.search.open_contexts");
  }

  public static void delete(String index) {
    server().delete("/" + index).then().statusCode(200);
  }

  public static void create(String index) {
    server().put("/" + index).then().statusCode(200);
  }

  public static void put(String index, String id, String json) {
    server().contentType("application/json").body(json).put("/" + index + "/_doc/" + id).then().statusCode(200);
  }

  private static RequestSpecification server() {
    return RestAssured.given().baseUri(PmsPlatform.endpoints().elasticsearch()).port(-1).urlEncodingEnabled(true);
  }

  private Index() {}
}
