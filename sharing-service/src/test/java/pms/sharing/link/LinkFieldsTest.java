package pms.sharing.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pms.kit.problem.FieldError;
import pms.kit.problem.Problem;

class LinkFieldsTest {

  private static final Clock NOW = Clock.fixed(Instant.parse("2030-01-01T00:00:00Z"), ZoneOffset.UTC);

  private final LinkPasswords passwords = new LinkPasswords();
  private final LinkChanges changes = new LinkChanges(passwords, NOW);

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "password | {'password':''}", "password | {'password':7}", "slug | {'slug':'Rome'}", "slug | {'slug':'a--b'}",
    "slug | {'slug':'../x'}", "slug | {'slug':''}", "expiresAt | {'expiresAt':'2029-12-31T23:59:59Z'}",
    "expiresAt | {'expiresAt':'tomorrow'}", "expiresAt | {'expiresAt':5}", "expiresAt | {'expiresAt':'+999999999-01-01T00:00:00Z'}",
    "viewLimit | {'viewLimit':0}", "viewLimit | {'viewLimit':1.5}", "viewLimit | {'viewLimit':'3'}", "viewLimit | {'viewLimit':1e40}",
    "allowDownload | {'allowDownload':'yes'}", "allowUpload | {'allowUpload':'yes'}", "showMetadata | {'showMetadata':1}", "embedOrigins | {'embedOrigins':'https://a.example'}",
    "embedOrigins[0] | {'embedOrigins':['*']}", "embedOrigins[0] | {'embedOrigins':['https://a.example; script-src *']}",
    "embedOrigins[1] | {'embedOrigins':['https://a.example','https://b.example/path']}",
    "embedOrigins[0] | {'embedOrigins':['javascript://a.example']}", "embedOrigins[0] | {'embedOrigins':['https://u@a.example']}",
    "views | {'views':0}", "owner | {'owner':'me'}", "tokenHash | {'tokenHash':'x'}", "body | []", "body | nonsense", "album | {'album':null}"
  })
  void nonsense_and_what_only_the_server_sets_is_refused_by_name(String field, String body) {
    assertThatExceptionOfType(Problem.class)
        .isThrownBy(() -> changes.ofPatch(LinkFields.parse(body.replace('\'', '"'))))
        .satisfies(problem -> {
          assertThat(problem.status()).isEqualTo(400);
          assertThat(problem.errors()).extracting(FieldError::field).containsExactly(field);
        });
  }

  @Test
  void what_is_absent_stays_and_null_takes_away() {
    Link link = new Link();
    apply(link, "{\"password\":\"open sesame\",\"slug\":\"rome-2\",\"viewLimit\":3,\"allowDownload\":true}");
    apply(link, "{\"expiresAt\":\"2031-01-01T00:00:00+01:00\",\"embedOrigins\":[\"https://a.example\",\"http://b.example:8080\"]}");
    assertThat(link.slug).isEqualTo("rome-2");
    assertThat(link.viewLimit).isEqualTo(3);
    assertThat(link.allowDownload).isTrue();
    assertThat(link.expiresAt).isEqualTo("2030-12-31T23:00:00Z");
    assertThat(link.embedOrigins).isEqualTo("https://a.example http://b.example:8080");
    apply(link, "{\"password\":null,\"slug\":null,\"viewLimit\":null,\"expiresAt\":null,\"allowDownload\":null,\"embedOrigins\":null}");
    assertThat(link.passwordHash).isNull();
    assertThat(link.slug).isNull();
    assertThat(link.viewLimit).isNull();
    assertThat(link.expiresAt).isNull();
    assertThat(link.allowDownload).isFalse();
    assertThat(link.embedOrigins).isEmpty();
  }

  /** L2, X3. */
  @Test
  void a_password_is_kept_as_a_slow_salted_hash() {
    Link first = new Link();
    Link second = new Link();
    apply(first, "{\"password\":\"open sesame\"}");
    apply(second, "{\"password\":\"open sesame\"}");
    assertThat(first.passwordHash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").isNotEqualTo(second.passwordHash);
    assertThat(passwords.matches("open sesame", first.passwordHash)).isTrue();
    assertThat(passwords.matches("open sesam", first.passwordHash)).isFalse();
    assertThat(passwords.matches("", first.passwordHash)).isFalse();
  }

  private void apply(Link link, String body) {
    changes.ofPatch(LinkFields.parse(body)).apply(link);
  }
}
