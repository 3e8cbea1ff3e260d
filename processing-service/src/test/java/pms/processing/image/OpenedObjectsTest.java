package pms.processing.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import pms.contracts.Ids;
import pms.contracts.ObjectKeys;
import pms.kit.store.ObjectStore;
import pms.kit.store.StoreConfig;
import pms.kit.strip.Strip;
import pms.processing.ServiceTest;

/** Each object that is opened keeps a connection to the store until somebody closes it. */
@QuarkusTest
class OpenedObjectsTest extends ServiceTest {

  @Inject StoreConfig config;

  private final AtomicInteger open = new AtomicInteger();

  @Test
  void a_question_for_the_headers_alone_leaves_none_open() throws IOException {
    Picture picture = picture();
    Bytes bytes = new Bytes(counting());
    Response stripped = bytes.stripped(picture, Strip.ALL, 1, false, request("HEAD"));
    assertThat(stripped.getStatus()).isEqualTo(200);
    assertThat(stripped.getMediaType()).hasToString("image/jpeg");
    assertThat(open).hasValue(0);
    bytes.original(picture, false, false, new Bytes.Wanted("bytes=0-9", null), request("HEAD"));
    assertThat(open).hasValue(0);
    Response whole = bytes.stripped(picture, Strip.ALL, 1, false, request("GET"));
    assertThat(open).hasValue(1);
    ((StreamingOutput) whole.getEntity()).write(OutputStream.nullOutputStream());
    assertThat(open).hasValue(0);
  }

  private Picture picture() {
    var id = Ids.next();
    store(id, PICTURE);
    String key = ObjectKeys.original(alice, id);
    return new Picture(alice, id, "a.jpg", "image/jpeg", PICTURE.length, "ab".repeat(32), key, 1, 1, 1, 1, false);
  }

  private ObjectStore counting() {
    return new ObjectStore(config) {
      @Override
      public InputStream get(String key) {
        return counted(super.get(key));
      }

      @Override
      public InputStream get(String key, long offset, long length) {
        return counted(super.get(key, offset, length));
      }
    };
  }

  private InputStream counted(InputStream in) {
    open.incrementAndGet();
    return new FilterInputStream(in) {
      @Override
      public void close() throws IOException {
        open.decrementAndGet();
        super.close();
      }
    };
  }

  /** Without preconditions. */
  private static Request request(String method) {
    return (Request) Proxy.newProxyInstance(
        Request.class.getClassLoader(), new Class<?>[] {Request.class}, (_, asked, _) -> asked.getName().equals("getMethod") ? method : null);
  }
}
