package pms.gateway.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class OpenApiMergeTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final OpenApiMerge merge = new OpenApiMerge((method, path, service) -> path.startsWith("/api/"));

  @Test
  void operations_of_one_path_come_from_several_services() throws JsonProcessingException {
    merge.add("upload", read("{'paths':{'/api/images':{'post':{'security':[{'x':[]}],'operationId':'add'}}}}"));
    merge.add("metadata", read("{'paths':{'/api/images':{'get':{'tags':['Image Resource']}}}}"));
    JsonNode path = merge.paths().get("/api/images");
    assertThat(path.path("post")).isEqualTo(read("{'tags':['upload'],'operationId':'upload.add'}"));
    assertThat(path.path("get")).isEqualTo(read("{'tags':['metadata']}"));
    assertThat(merge.tags()).isEqualTo(read("[{'name':'upload'},{'name':'metadata'}]"));
  }

  @Test
  void what_operators_do_stands_apart_at_the_end() throws JsonProcessingException {
    merge.add("search", read("{'paths':{'/api/admin/search/rebuild':{'post':{}},'/api/search':{'get':{}}}}"));
    merge.add("upload", read("{'paths':{'/api/images':{'post':{}}}}"));
    assertThat(merge.tags()).isEqualTo(read("[{'name':'search'},{'name':'upload'},{'name':'admin'}]"));
    assertThat(merge.paths().at("/~1api~1admin~1search~1rebuild/post/tags/0").asText()).isEqualTo("admin");
  }

  @Test
  void what_is_not_routed_is_left_out() throws JsonProcessingException {
    merge.add("upload", read("{'paths':{'/internal/images/{id}':{'get':{}},'/q/health':{'get':{}}}}"));
    assertThat(merge.paths()).isEmpty();
    assertThat(merge.tags()).isEmpty();
  }

  @Test
  void a_schema_that_two_services_mean_alike_is_there_once() throws JsonProcessingException {
    String document = "{'components':{'schemas':{'Page':{'type':'object','properties':{'next':{'$ref':'#/components/schemas/Cursor'}}},"
        + "'Cursor':{'type':'string'}},'securitySchemes':{'s':{}}}}";
    merge.add("upload", read(document));
    merge.add("metadata", read(document));
    assertThat(merge.components()).isEqualTo(read(document.replace(",'securitySchemes':{'s':{}}", "")).path("components"));
  }

  @Test
  void a_name_with_two_meanings_is_kept_apart_with_all_that_refers_to_it() throws JsonProcessingException {
    String document =
        "{'paths':{'/api/%1$s':{'get':{'responses':{'200':{'schema':{'$ref':'#/components/schemas/Outer'}}}}}},"
            + "'components':{'schemas':{'Outer':{'items':{'$ref':'#/components/schemas/Inner'}},'Inner':{'type':'%2$s'},'Same':{}}}}";
    merge.add("upload", read(document.formatted("a", "string")));
    merge.add("search", read(document.formatted("b", "integer")));
    JsonNode schemas = merge.components().path("schemas");
    assertThat(schemas.propertyStream().map(java.util.Map.Entry::getKey))
        .containsExactlyInAnyOrder("Outer", "Inner", "Same", "SearchOuter", "SearchInner");
    assertThat(schemas.at("/SearchOuter/items/$ref").asText()).isEqualTo("#/components/schemas/SearchInner");
    assertThat(schemas.at("/SearchInner/type").asText()).isEqualTo("integer");
    assertThat(schemas.at("/Outer/items/$ref").asText()).isEqualTo("#/components/schemas/Inner");
    assertThat(merge.paths().at("/~1api~1b/get/responses/200/schema/$ref").asText()).isEqualTo("#/components/schemas/SearchOuter");
    assertThat(merge.paths().at("/~1api~1a/get/responses/200/schema/$ref").asText()).isEqualTo("#/components/schemas/Outer");
  }

  @Test
  void a_description_without_anything_in_it_adds_nothing() throws JsonProcessingException {
    merge.add("upload", read("{}"));
    assertThat(merge.paths()).isEmpty();
    assertThat(merge.components()).isEmpty();
  }

  private static JsonNode read(String json) throws JsonProcessingException {
    return JSON.readTree(json.replace('\'', '"'));
  }
}
