package pms.sharing.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PageTest {

  @Test
  void a_row_beyond_the_limit_is_not_shown_but_makes_a_next_page() {
    Page<String> page = Page.of(List.of(1, 2, 3), 2, String::valueOf, PageTest::cursor);
    assertThat(page.items()).containsExactly("1", "2");
    assertThat(Cursor.parse(page.next())).isEqualTo(cursor(2));
  }

  @Test
  void the_last_page_has_no_next_one() {
    assertThat(Page.of(List.of(1, 2), 2, String::valueOf, PageTest::cursor).next()).isNull();
    assertThat(Page.of(List.<Integer>of(), 2, String::valueOf, PageTest::cursor)).isEqualTo(new Page<>(List.of(), null));
  }

  private static Cursor cursor(int row) {
    return new Cursor(row, new UUID(0, row));
  }
}
