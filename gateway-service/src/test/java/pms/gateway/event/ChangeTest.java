package pms.gateway.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import pms.contracts.AlbumChanged;
import pms.contracts.AlbumNews;
import pms.contracts.GrantRevoked;
import pms.contracts.ImageAccessChanged;
import pms.contracts.ImageMetadata;
import pms.contracts.ImageUploaded;
import pms.contracts.MetadataChanged;
import pms.contracts.PmsEvent;
import pms.contracts.Rendition;
import pms.contracts.ThumbnailsFailed;
import pms.contracts.ThumbnailsReady;
import pms.contracts.VersionReverted;

/** The golden form of every kind of change, and that nothing private is in it. */
class ChangeTest {

  private static final UUID ID = UUID.fromString("01920000-0000-7000-8000-000000000001");
  private static final Instant AT = Instant.parse("2026-01-01T12:00:00Z");
  private static final String HEAD = "'at':'2026-01-01T12:00:00Z','imageId':'01920000-0000-7000-8000-000000000001'";
  private static final ObjectMapper JSON =
      JsonMapper.builder().addModule(new JavaTimeModule()).disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS).build();

  @Test
  void an_upload_begins_processing_and_tells_no_name() throws IOException {
    assertForm(
        new ImageUploaded(ID, "alice", "secret.jpg", "image/jpeg", 9, "ab", "originals/alice/x", 4, 3, AT),
        "{'type':'ImageUploaded'," + HEAD + ",'state':'processing'}");
  }

  @Test
  void ready_thumbnails_tell_what_a_tile_needs() throws IOException {
    Rendition rendition = new Rendition("small", "image/jpeg", 1, 1, 1, "renditions/alice/x");
    assertForm(
        new ThumbnailsReady(ID, "alice", 2, 5, List.of(rendition), 400, 300, "aGFzaA==", null, 0, AT),
        "{'type':'ThumbnailsReady'," + HEAD + ",'version':2,'thumbhash':'aGFzaA==','width':400,'height':300}");
  }

  @Test
  void failed_thumbnails_tell_why() throws IOException {
    assertForm(
        new ThumbnailsFailed(ID, "alice", 1, 5, "The picture is broken.", AT),
        "{'type':'ThumbnailsFailed'," + HEAD + ",'version':1,'state':'failed','reason':'The picture is broken.'}");
  }

  @Test
  void an_edit_tells_the_new_version() throws IOException {
    assertForm(
        new VersionReverted(ID, "alice", 3, 1, 400, 300, "alice", 1, 1, AT),
        "{'type':'VersionReverted'," + HEAD + ",'version':3,'width':400,'height':300}");
  }

  @Test
  void metadata_tells_only_that_it_changed() throws IOException {
    ImageMetadata metadata =
        new ImageMetadata(1, 1, 1, null, null, null, null, "secret", "secret", List.of("secret"), List.of(), null, 5, true, false, List.of());
    assertForm(new MetadataChanged(ID, "alice", 2, metadata, AT), "{'type':'MetadataChanged'," + HEAD + "}");
  }

  @Test
  void an_album_is_named_by_its_own_id() throws IOException {
    assertForm(
        new AlbumChanged(ID, "alice", 1, "secret", "secret", null, 0, List.of("user:alice"), AT),
        "{'type':'AlbumChanged'," + HEAD.replace("imageId", "albumId") + "}");
  }

  @Test
  void an_album_tells_its_members_what_it_is_about_and_nothing_of_what_is_in_it() throws IOException {
    Change change = album(List.of("user:alice", "user:bob", "group:family"), new AlbumNews("pictures-changed", List.of("user:bob"), List.of("user:carol"), List.of(ID)));
    String form = "{'type':'%s','at':'2026-01-01T12:00:00Z','albumId':'" + ID + "'%s}";
    String about = ",'news':'pictures-changed','images':['" + ID + "']";
    assertTold(change, Set.of("user:alice"), form.formatted("AlbumChanged", about));
    assertTold(change, Set.of("user:dave", "group:family"), form.formatted("AlbumChanged", about));
    assertTold(change, Set.of("user:bob"), form.formatted("AlbumShared", ""));
    assertTold(change, Set.of("user:bob", "group:family"), form.formatted("AlbumChanged", about));
    assertTold(change, Set.of("user:carol"), form.formatted("AlbumLost", ""));
    assertTold(change, Set.of("user:carol", "group:family"), form.formatted("AlbumChanged", about));
    assertThat(change.toldTo(Set.of("user:dave", "group:friends"))).isEmpty();
  }

  @Test
  void a_grant_tells_the_owner_those_who_have_it_and_the_one_who_had_it() throws IOException {
    Change granted = Change.of(new ImageAccessChanged(ID, "alice", 1, List.of(), List.of("user:bob", "group:family"), AT), AT);
    for (String subject : List.of("user:bob", "group:family", "user:alice")) {
      assertTold(granted, Set.of(subject), "{'type':'ImageAccessChanged'," + HEAD + "}");
    }
    assertThat(granted.toldTo(Set.of("user:dave"))).isEmpty();
    assertThat(Change.of(new ImageAccessChanged(ID, "alice", 2, List.of(ID), List.of(), AT), AT).audience().all()).isEmpty();
    assertTold(Change.of(new GrantRevoked(ID, "alice", ID, AT, "user:bob"), AT), Set.of("user:bob"), "{'type':'ImageLost'," + HEAD + "}");
    assertThat(Change.of(new GrantRevoked(ID, "alice", ID, AT), AT).audience().all()).isEmpty();
  }

  private static Change album(List<String> viewers, AlbumNews news) {
    return Change.of(new AlbumChanged(ID, "alice", 2, "secret", "secret", null, 3, viewers, AT, news), AT);
  }

  private static void assertTold(Change change, Set<String> subjects, String form) throws IOException {
    assertThat(JSON.readTree(JSON.writeValueAsBytes(change.toldTo(subjects).orElseThrow()))).isEqualTo(JSON.readTree(form.replace('\'', '"')));
  }

  private static void assertForm(PmsEvent event, String form) throws IOException {
    Change change = Change.of(event, AT);
    assertThat(change.audience().told()).containsExactly("user:alice");
    assertThat(JSON.readTree(JSON.writeValueAsBytes(change))).isEqualTo(JSON.readTree(form.replace('\'', '"')));
  }
}
