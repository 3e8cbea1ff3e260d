package pms.sharing.link;

import java.util.List;
import java.util.function.Consumer;

/** What a request wants of a link, checked and with the password already hashed, so that applying it takes no time. */
record LinkChange(List<Consumer<Link>> steps) {

  void apply(Link link) {
    steps.forEach(step -> step.accept(link));
  }
}
