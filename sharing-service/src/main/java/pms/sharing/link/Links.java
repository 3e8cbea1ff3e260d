package pms.sharing.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.jboss.logging.Logger;
import pms.kit.problem.Problem;
import pms.sharing.access.Subjects;
import pms.sharing.audit.Action;
import pms.sharing.page.Cursor;
import pms.sharing.page.Limit;
import pms.sharing.page.Page;
import pms.sharing.view.PicturePurged;

/** Links as those deal with them who manage what they show. */
@ApplicationScoped
class Links {

  private static final Logger LOG = Logger.getLogger(Links.class);

  private final LinkTargets targets;
  private final LinkTrail trail;
  private final LinkConfig config;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Links(LinkTargets targets, LinkTrail trail, LinkConfig config, Clock clock) {
    this.targets = targets;
    this.trail = trail;
    this.config = config;
    this.clock = clock;
  }

  @Transactional
  LinkView create(LinkMaker maker, LinkTarget target, LinkChange wishes) {
    targets.hold(target);
    LinkToken token = LinkToken.fresh(random);
    Link link = Link.create(target, maker, token, clock.instant());
    wishes.apply(link);
    link.persist();
    trail.write(link, maker.id(), Action.LINK_MADE);
    LOG.infof("link %s made by %s", link.id, maker.id());
    return LinkView.of(link, config.origin() + "/s/" + LinkAddress.segment(link.slug, token));
  }

  @Transactional
  Page<LinkView> madeBy(String caller, Cursor after, Limit limit) {
    return page(Link.newestBy(caller, after, limit.andOneMore()), limit);
  }

  @Transactional
  Page<LinkView> list(LinkTarget target, Cursor after, Limit limit) {
    return page(Link.newest(target, after, limit.andOneMore()), limit);
  }

  @Transactional
  LinkView get(Subjects caller, UUID id) {
    return managed(caller, Link.of(id)).map(LinkView::of).orElseThrow(Problem::notFound);
  }

  /** @param precondition is given the revision and refuses what is not the one that was read */
  @Transactional
  LinkView change(Subjects caller, UUID id, LongConsumer precondition, LinkChange wishes) {
    Link link = managed(caller, Link.lock(id)).orElseThrow(Problem::notFound);
    precondition.accept(link.revision);
    wishes.apply(link);
    link.revision++;
    trail.write(link, caller.id(), Action.LINK_CHANGED);
    return LinkView.of(link);
  }

  @Transactional
  void revoke(Subjects caller, UUID id) {
    Link link = managed(caller, Link.lock(id)).orElseThrow(Problem::notFound);
    link.delete();
    trail.write(link, caller.id(), Action.LINK_REVOKED);
    LOG.infof("link %s revoked by %s", id, caller.id());
  }

  /** D5: links to a purged picture have nothing to show ever again. */
  void forget(@Observes PicturePurged purged) {
    Link.forget(purged.owner(), purged.image());
  }

  private Optional<Link> managed(Subjects caller, Optional<Link> link) {
    return link.filter(found -> targets.isManaged(caller, found));
  }

  private static Page<LinkView> page(List<Link> links, Limit limit) {
    return Page.of(links, limit.rows(), LinkView::of, Link::cursor);
  }
}
