package pms.e2e.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import pms.e2e.client.Answer;
import pms.e2e.suite.Suite;

/** A10: the browser's way to a token, from its client and to its page only, with its verifier and once. */
class CodeFlowTest {
  private static final Pattern FORM = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");
  private static final String PAGE = "http://localhost:8080/";
  private static final String VERIFIER = "v".repeat(43);
  private final Suite suite = Suite.get();

  @Test
  void a_code_is_good_once_and_only_with_its_verifier() throws Exception {
    String name = suite.user("coder").tokens().user();
    Map<String, String> back = query(logIn(name, asked()));
    assertThat(back).containsEntry("state", "the state");
    Answer tokens = redeem(back.get("code"), VERIFIER, PAGE);
    assertThat(tokens.status()).as("%s", tokens).isEqualTo(200);
    assertThat(Forgery.of(tokens.json().path("id_token").asText()).claims().path("nonce").asText()).isEqualTo("the nonce");
    assertThat(redeem(back.get("code"), VERIFIER, PAGE).status()).as("the same code again").isEqualTo(400);

    assertThat(redeem(code(name), "w".repeat(43), PAGE).status()).as("another verifier").isEqualTo(400);
    assertThat(redeem(code(name), "", PAGE).status()).as("no verifier").isEqualTo(400);
    assertThat(redeem(code(name), VERIFIER, "http://localhost:8080/elsewhere").status()).as("another page").isEqualTo(400);
    // What was handed out for a code that is used twice is taken back.
    assertThat(refresh(tokens).status()).isEqualTo(400);
  }

  @Test
  void nobody_is_sent_anywhere_else_or_without_a_challenge() throws Exception {
    for (String elsewhere : List.of("https://evil.example/", "http://localhost:8080.evil.example/", "http://user@evil.example:8080/")) {
      Map<String, String> question = asked();
      question.put("redirect_uri", elsewhere);
      HttpResponse<String> answer = ask(question);
      assertThat(answer.statusCode()).as(elsewhere).isEqualTo(400);
      assertThat(answer.headers().firstValue("Location")).isEmpty();
    }
    Map<String, Map<String, String>> refused = new LinkedHashMap<>();
    refused.put("no challenge", asked());
    refused.get("no challenge").keySet().removeAll(List.of("code_challenge", "code_challenge_method"));
    refused.put("a plain challenge", asked());
    refused.get("a plain challenge").put("code_challenge_method", "plain");
    refused.put("the implicit flow", asked());
    refused.get("the implicit flow").put("response_type", "token");
    for (Map.Entry<String, Map<String, String>> question : refused.entrySet()) {
      HttpResponse<String> answer = ask(question.getValue());
      String back = answer.headers().firstValue("Location").orElse(PAGE + "?error=" + answer.statusCode());
      assertThat(back).as(question.getKey()).startsWith(PAGE).contains("error=").doesNotContain("code=", "access_token");
      assertThat(answer.body()).as(question.getKey()).doesNotContain("name=\"password\"");
    }
  }

  private String code(String user) throws Exception {
    return query(logIn(user, asked())).get("code");
  }

  private static Map<String, String> asked() throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
    Map<String, String> question = new HashMap<>(Map.of(
        "client_id", "pms-web", "redirect_uri", PAGE, "response_type", "code", "scope", "openid", "state", "the state",
        "nonce", "the nonce", "code_challenge_method", "S256"));
    question.put("code_challenge", Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
    return question;
  }

  private HttpResponse<String> ask(Map<String, String> question) throws Exception {
    return send(HttpRequest.newBuilder(URI.create(suite.addresses().oidc() + "/protocol/openid-connect/auth?" + form(question))));
  }

  /** Where the browser is sent with the code. */
  private String logIn(String user, Map<String, String> question) throws Exception {
    HttpResponse<String> page = ask(question);
    Matcher form = FORM.matcher(page.body());
    assertThat(form.find()).as(page.body()).isTrue();
    List<String> cookies = new ArrayList<>();
    page.headers().allValues("Set-Cookie").forEach(cookie -> cookies.add(cookie.substring(0, cookie.indexOf(';'))));
    HttpResponse<String> answer = send(
        HttpRequest.newBuilder(URI.create(form.group(1).replace("&amp;", "&")))
            .header("Cookie", String.join("; ", cookies))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form(Map.of("username", user, "password", user)))));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    String location = answer.headers().firstValue("Location").orElseThrow();
    assertThat(location).startsWith(PAGE + "?").doesNotContain("access_token");
    return location;
  }

  private Answer redeem(String code, String verifier, String page) throws Exception {
    Map<String, String> form = new HashMap<>(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", page));
    if (!verifier.isEmpty()) {
      form.put("code_verifier", verifier);
    }
    return token(form);
  }

  private Answer refresh(Answer tokens) throws Exception {
    return token(Map.of("grant_type", "refresh_token", "refresh_token", tokens.json().path("refresh_token").asText()));
  }

  private Answer token(Map<String, String> form) throws Exception {
    Map<String, String> whole = new HashMap<>(form);
    whole.put("client_id", "pms-web");
    HttpRequest request = HttpRequest.newBuilder(URI.create(suite.addresses().oidc() + "/protocol/openid-connect/token"))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(form(whole)))
        .build();
    var response = suite.http().send(request, BodyHandlers.ofByteArray());
    return new Answer(response.statusCode(), response);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return suite.http().send(request.build(), BodyHandlers.ofString());
  }

  private static String form(Map<String, String> fields) {
    List<String> pairs = new ArrayList<>();
    fields.forEach((name, value) -> pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
    return String.join("&", pairs);
  }

  private static Map<String, String> query(String address) {
    Map<String, String> query = new HashMap<>();
    for (String pair : URI.create(address).getRawQuery().split("&")) {
      int at = pair.indexOf('=');
      query.put(pair.substring(0, at), URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8));
    }
    return query;
  }
}
