package pms.e2e.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pms.e2e.client.Answer;
import pms.e2e.client.PmsClient;
import pms.e2e.suite.Suite;

/**
 * A1, A3: the table of operations for two more who were granted the one picture. Who may download it is answered as a viewer of the
 * album is, who may edit it as an editor is; of the album they know as little as anybody with a grant.
 */
class GranteesTest {
  private final Suite suite = Suite.get();

  @Test
  void a_grant_opens_the_picture_as_far_as_it_says_and_nothing_of_the_album() throws Exception {
    Cast cast = Cast.get();
    World world = World.of(cast, true);
    List<String> wrong = new ArrayList<>();
    // First who only looks and downloads: once somebody has edited it, the original is the owner's and the editors'.
    wrong.addAll(asked(grantee(cast, world, "download"), CastMember.VIEWER, cast, world));
    wrong.addAll(asked(grantee(cast, world, "edit"), CastMember.EDITOR, cast, world));
    assertThat(wrong).isEmpty();
  }

  private PmsClient grantee(Cast cast, World world, String right) throws Exception {
    PmsClient grantee = suite.user(right);
    assertThat(grantee.get("/api/albums").status()).isEqualTo(200);
    String grant = "{\"subject\":\"user:%s\",\"right\":\"%s\"}".formatted(grantee.tokens().user(), right);
    assertThat(cast.of(CastMember.OWNER).post(world.path("/api/images/{image}/grants"), grant).status()).isEqualTo(201);
    return grantee;
  }

  /** What was answered otherwise than to this member of the album where it is about the picture, and to a grantee where not. */
  private static List<String> asked(PmsClient grantee, CastMember like, Cast cast, World world) throws Exception {
    Matrix matrix = Matrix.read();
    List<String> wrong = new ArrayList<>();
    for (MatrixRow row : matrix.rows()) {
      boolean picture = row.path().startsWith("/api/images/{image}");
      if (!picture && !row.path().startsWith("/api/albums/{album}")) {
        continue;
      }
      if (row.path().endsWith("/edits") || row.path().endsWith("/revert")) {
        world.ready();
      }
      Answer answer = grantee.send(cast.request(row, matrix.body(row), world));
      List<Integer> expected = row.expected().get(picture ? like : CastMember.GRANTEE);
      if (!expected.contains(answer.status())) {
        wrong.add(row + " by who has a grant like " + like + ": " + answer);
      }
    }
    return wrong;
  }
}
