package pms.metadata.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pms.metadata.database.Sql;
import pms.platform.test.PmsPlatform;

/** A library by the time its pictures were taken. */
@QuarkusTest
@QuarkusTestResource(PmsPlatform.class)
@QuarkusTestResource(UploadStandIn.class)
class TimelineTest {

  @Inject ImageFolds folds;
  @Inject Sql sql;

  private Owner owner;

  @BeforeEach
  void newcomer() {
    owner = Owner.create(folds);
  }

  @Test
  void months_are_counted_newest_first_and_unknown_is_a_state_of_its_own() {
    owner.picture("2021-07-03T10:00:00");
    owner.picture("2021-07-31T23:59:59");
    owner.picture("1999-12-31T23:59:59");
    owner.picture(null);
    assertThat(owner.months()).containsExactly("2021-07 2", "1999-12 1", "unknown 1");
    owner.get("/api/timeline").body("total", equalTo(4)).body("buckets[0].days", nullValue());
  }

  @Test
  void a_crowded_month_is_told_by_days_as_well() {
    owner.picture("2021-07-03T10:00:00");
    owner.picture("2021-07-03T11:00:00");
    owner.picture("2021-07-31T11:00:00");
    owner.picture("2021-08-01T11:00:00");
    sql.update("UPDATE timeline_bucket SET images = 1001 WHERE owner_id = ? AND bucket = '2021-07'", owner.user().id());
    JsonPath timeline = owner.get("/api/timeline").body("buckets[0].days", nullValue()).extract().jsonPath();
    List<Integer> days = new ArrayList<>(Collections.nCopies(31, 0));
    days.set(2, 2);
    days.set(30, 1);
    assertThat(timeline.getList("buckets[1].days", Integer.class)).isEqualTo(days);
  }

  @Test
  void a_bucket_comes_as_columns_newest_first() {
    UUID old = owner.picture("2021-07-03T10:00:00");
    UUID young = owner.picture("2021-07-03T12:00:00.5");
    owner.picture("2021-08-01T00:00:00");
    owner.thumbnails(old, 1);
    owner.edit(old, "{'favourite':true}").statusCode(200);
    for (String bucket : List.of("2021-07", "2021-07-03")) {
      owner.get("/api/timeline/" + bucket).statusCode(200)
          .body("bucket", equalTo(bucket))
          .body("id", contains(young.toString(), old.toString()))
          .body("ratio", contains(null, 0.667f))
          .body("thumbhash", contains(null, "aGFzaA=="))
          .body("favourite", contains(false, true))
          .body("time", contains("2021-07-03T12:00:00", "2021-07-03T10:00:00"))
          .body("next", nullValue());
    }
    owner.get("/api/timeline/2020-01").statusCode(200).body("id", empty());
  }

  @Test
  void pictures_of_unknown_time_are_sorted_by_their_upload() {
    UUID id = owner.picture(null);
    owner.get("/api/timeline/unknown").statusCode(200).body("id", contains(id.toString())).body("time", contains("2026-02-03T04:05:06Z"));
    owner.edit(id, "{'takenAt':{'local':'2001-01-02T03:04:05'}}").statusCode(200);
    assertThat(owner.months()).containsExactly("2001-01 1");
    owner.edit(id, "{'takenAt':null}").statusCode(200);
    assertThat(owner.months()).containsExactly("unknown 1");
  }

  @Test
  void what_is_in_the_trash_or_the_archive_is_not_in_the_timeline() {
    UUID trashed = owner.picture("2021-07-03T10:00:00");
    UUID archived = owner.picture("2021-07-03T11:00:00");
    owner.trash(trashed, 1);
    owner.edit(archived, "{'archived':true}").statusCode(200).body("archived", equalTo(true));
    assertThat(owner.months()).isEmpty();
    owner.get("/api/timeline/2021-07").body("id", empty());
    owner.get("/api/images").body("items.id", contains(archived.toString()));
    owner.restore(trashed, 2);
    owner.edit(archived, "{'archived':false}").statusCode(200);
    assertThat(owner.months()).containsExactly("2021-07 2");
  }

  @Test
  void an_unchanged_bucket_is_not_sent_again() {
    UUID id = owner.picture("2021-07-03T10:00:00");
    owner.picture("2020-01-01T10:00:00");
    String july = owner.get("/api/timeline/2021-07").extract().header("ETag");
    String january = owner.get("/api/timeline/2020-01").extract().header("ETag");
    String all = owner.get("/api/timeline").extract().header("ETag");
    owner.asks().header("If-None-Match", july).get("/api/timeline/2021-07").then().statusCode(304);
    owner.asks().header("If-None-Match", all).get("/api/timeline").then().statusCode(304);
    owner.thumbnails(id, 1);
    owner.asks().header("If-None-Match", july).get("/api/timeline/2021-07").then().statusCode(200).body("thumbhash", contains("aGFzaA=="));
    owner.asks().header("If-None-Match", january).get("/api/timeline/2020-01").then().statusCode(304);
    owner.asks().header("If-None-Match", all).get("/api/timeline").then().statusCode(200);
  }

  @Test
  void an_emptied_bucket_changes_and_so_does_one_that_comes_back() {
    UUID id = owner.picture("2021-07-03T10:00:00");
    String full = owner.get("/api/timeline/2021-07").extract().header("ETag");
    owner.trash(id, 1);
    owner.asks().header("If-None-Match", full).get("/api/timeline/2021-07").then().statusCode(200).body("id", empty());
    owner.restore(id, 2);
    owner.asks().header("If-None-Match", full).get("/api/timeline/2021-07").then().statusCode(200);
  }

  @Test
  void a_large_bucket_is_read_page_by_page() {
    List<String> ids = new ArrayList<>();
    for (int day = 1; day <= 7; day++) {
      ids.addFirst(owner.picture("2021-07-0" + day + "T10:00:00").toString());
    }
    assertThat(paged("2021-07")).isEqualTo(ids);
    List<String> unknown = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      unknown.addFirst(owner.picture(null).toString());
    }
    assertThat(paged("unknown")).isEqualTo(unknown);
  }

  @Test
  void the_last_moment_of_a_day_is_in_that_day() {
    UUID last = owner.picture("1911-03-03T23:59:59.9999999");
    UUID edited = owner.picture(null);
    owner.edit(edited, "{'takenAt':{'local':'1911-03-02T23:59:59.9999999'}}").statusCode(200);
    String first = owner.page("/api/timeline/1911-03?limit=1").getString("next");
    owner.get("/api/timeline/1911-03?limit=1").body("id", contains(last.toString()));
    owner.get("/api/timeline/1911-03?limit=1&before=" + first).body("id", contains(edited.toString())).body("next", nullValue());
  }

  @Test
  void bad_input_is_named() {
    owner.get("/api/timeline/2021-13").statusCode(400).body("errors[0].field", equalTo("bucket"));
    owner.get("/api/timeline/2021-07?before=x").statusCode(400).body("errors[0].field", equalTo("before"));
    owner.get("/api/timeline/2021-07?limit=10001").statusCode(400).body("errors[0].field", equalTo("limit"));
  }

  @Test
  void nobody_elses_pictures_are_in_it() { // A4
    Owner other = Owner.create(folds);
    other.picture("2021-07-03T10:00:00");
    assertThat(owner.months()).isEmpty();
    owner.get("/api/timeline/2021-07").statusCode(200).body("id", empty());
  }

  private List<String> paged(String bucket) {
    List<String> seen = new ArrayList<>();
    String next = "";
    while (next != null) {
      JsonPath page = owner.page("/api/timeline/" + bucket + "?limit=3" + (next.isEmpty() ? "" : "&before=" + next));
      seen.addAll(page.getList("id"));
      next = page.getString("next");
    }
    return seen;
  }
}
