package pms.upload.guest;

import pms.upload.image.Taken;

/**
 * What a guest is told: the same whether it is new or was sent before, and no id, since a link that takes pictures gives none
 * of them back.
 *
 * @param state {@code waiting}: somebody has to accept it first
 */
record GuestReceipt(String state, String fileName, String type, long bytes) {

  static GuestReceipt of(Taken taken) {
    return new GuestReceipt("waiting", taken.fileName(), taken.type(), taken.bytes());
  }
}
