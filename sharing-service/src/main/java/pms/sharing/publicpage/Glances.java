package pms.sharing.publicpage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import pms.kit.problem.Problem;
import pms.sharing.link.OpenLink;
import pms.sharing.link.OpenLinks;
import pms.sharing.link.Seals;
import pms.sharing.view.Shown;

/** Bytes asked for: the address may be proof enough by its seal, else the guest goes through the gate. */
@ApplicationScoped
class Glances {

  private final OpenLinks links;
  private final PublicImages images;
  private final Seals seals;
  private final Gate gate;

  Glances(OpenLinks links, PublicImages images, Seals seals, Gate gate) {
    this.links = links;
    this.images = images;
    this.seals = seals;
    this.gate = gate;
  }

  /** Who is not let in does not learn either whether the picture is there. */
  Glance at(String segment, Guest guest, UUID image, String use, String seal) {
    OpenLink link = links.open(segment);
    Optional<Shown> picture = images.find(link, image);
    boolean sealed = picture.filter(shown -> seals.isAddress(link, PublicImages.thing(link, shown, use), seal)).isPresent();
    if (!sealed) {
      gate.enter(link, guest);
    }
    return new Glance(link, picture.orElseThrow(Problem::notFound));
  }
}
