package pms.sharing.guest;

import java.util.UUID;
import pms.sharing.link.OpenLink;

/**
 * That pictures may come in through a link, for upload-service.
 *
 * @param owner whose they become: who made the link, and so asked for them
 * @param quota what the owner's token said of their quota; null when nothing
 */
record GuestPermit(UUID link, UUID album, String owner, String quota) {

  static GuestPermit of(OpenLink link) {
    return new GuestPermit(link.id(), link.album(), link.maker(), link.makerQuota());
  }
}
