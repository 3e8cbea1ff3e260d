package pms.metadata.image;

import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import pms.platform.test.PmsPlatform;

/** How long the paths of categories may be. */
@QuarkusTest
@QuarkusTestResource(PmsPlatform.class)
@QuarkusTestResource(UploadStandIn.class)
class CategoryPathTest {

  @Inject ImageFolds folds;

  @Test
  void a_path_has_five_hundred_characters_at_most() {
    Owner owner = Owner.create(folds);
    UUID id = owner.picture(null);
    String path = Stream.generate(CategoryPathTest::longName).limit(5).collect(Collectors.joining("/"));
    owner.edit(id, "{'category':'" + path + "/" + longName() + "'}").statusCode(400).body("errors[0].field", equalTo("category"));
    owner.post("/api/images/bulk", "{'ids':['" + id + "'],'change':{'category':'" + path + "'}}").statusCode(400)
        .body("errors[0].field", equalTo("change.category"));
    String four = path.substring(0, path.lastIndexOf('/'));
    owner.edit(id, "{'category':'" + four + "'}").statusCode(200).body("category", equalTo(four));
    owner.post("/api/categories", "{'name':'" + longName() + "','parent':'" + idOf(owner, four) + "'}").statusCode(400).body("errors[0].field", equalTo("name"));
    String top = owner.post("/api/categories", "{'name':'" + longName() + "'}").statusCode(201).extract().jsonPath().getString("id");
    owner.patch("/api/categories/" + idOf(owner, four.substring(0, 100)), "{'parent':'" + top + "'}").statusCode(400).body("errors[0].field", equalTo("parent"));
    owner.image(id).body("category", equalTo(four));
  }

  /** Such as no database makes shorter. */
  private static String longName() {
    return new Random().ints(100, 0x4E00, 0x9F00).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
  }

  private static String idOf(Owner owner, String path) {
    return owner.page("/api/categories").getString("items.find { it.path == '" + path + "' }.id");
  }
}
