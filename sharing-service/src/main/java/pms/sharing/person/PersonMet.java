package pms.sharing.person;

import java.util.List;

/**
 * Somebody called for the first time, or under a new name or address; fired inside the transaction that notes it, so that what
 * waits for them becomes theirs.
 *
 * @param id of the account
 * @param labels what an invitation to them may be addressed to
 */
public record PersonMet(String id, List<String> labels) {

  /** Their id, for who invited them; null when that was by mail, since coming is no leave to tell whose an address is. */
  public String known(Label label) {
    return label.isMail() ? null : id;
  }
}
