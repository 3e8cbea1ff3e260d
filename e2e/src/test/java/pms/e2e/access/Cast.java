package pms.e2e.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import pms.e2e.client.Answer;
import pms.e2e.client.PmsClient;
import pms.e2e.suite.Suite;

/** Those who ask, each with an account that nobody else uses; nobody has none. */
record Cast(Suite suite, Map<CastMember, PmsClient> members) {
  private static Cast made;

  /** The same for all tables, since accounts are slow to make. */
  static synchronized Cast get() throws IOException, InterruptedException {
    if (made == null) {
      made = make(Suite.get());
    }
    return made;
  }

  PmsClient of(CastMember member) {
    return members.get(member);
  }

  Answer ask(MatrixRow row, String body, CastMember caller, World here) throws IOException, InterruptedException {
    return ask(request(row, body, here), caller);
  }

  HttpRequest.Builder request(MatrixRow row, String body, World here) {
    HttpRequest.Builder request = HttpRequest.newBuilder(suite.addresses().at(here.path(row.path())))
        .method(row.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(here.fill(body)));
    if (body != null) {
      request.header("Content-Type", row.method().equals("PATCH") ? "application/merge-patch+json" : "application/json");
    }
    return request;
  }

  Answer ask(HttpRequest.Builder request, CastMember caller) throws IOException, InterruptedException {
    if (caller != CastMember.NOBODY) {
      request.setHeader("Authorization", "Bearer " + members.get(caller).tokens().access());
    }
    List<InputStream> begun = new ArrayList<>();
    var response = suite.http().send(request.build(), wholeOrBegun(begun));
    for (InputStream stream : begun) {
      stream.close();
    }
    return new Answer(response.statusCode(), response);
  }

  /**
   * The stream of events never ends: that it begins is enough.
   *
   * @param begun gets what is to be closed when the answer is there; closed before, it would be taken for a broken one
   */
  private static BodyHandler<byte[]> wholeOrBegun(List<InputStream> begun) {
    return head -> head.headers().firstValue("Content-Type").filter(type -> type.startsWith("text/event-stream")).isPresent()
        ? BodySubscribers.mapping(BodySubscribers.ofInputStream(), stream -> {
          begun.add(stream);
          return new byte[0];
        })
        : BodySubscribers.ofByteArray();
  }

  private static Cast make(Suite suite) throws IOException, InterruptedException {
    Map<CastMember, PmsClient> members = new EnumMap<>(CastMember.class);
    for (CastMember member : CastMember.values()) {
      switch (member) {
        case ADMIN -> members.put(member, suite.developmentUser("admin"));
        case NOBODY -> {}
        default -> members.put(member, suite.user(member.name().toLowerCase()));
      }
    }
    suite.accounts().join(members.get(CastMember.GROUP_MEMBER), "family");
    for (PmsClient member : members.values()) {
      // Sharing knows whoever has come by once.
      assertThat(member.get("/api/albums").status()).isEqualTo(200);
    }
    return new Cast(suite, members);
  }
}
