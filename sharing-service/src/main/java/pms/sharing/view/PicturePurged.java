package pms.sharing.view;

import java.util.UUID;

/** Fired inside the transaction that forgets a picture, so that what hangs on it goes with it. */
public record PicturePurged(String owner, UUID image) {}
