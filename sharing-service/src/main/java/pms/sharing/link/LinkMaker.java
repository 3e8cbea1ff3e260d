package pms.sharing.link;

/**
 * Who makes a link.
 *
 * @param quota what their token says of their quota, on which counts what guests send; null when nothing
 */
record LinkMaker(String id, String quota) {}
