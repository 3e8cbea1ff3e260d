package pms.sharing.view;

import java.util.UUID;

/** Fired inside the transaction that learned something new of a picture. */
public record PictureChanged(String owner, UUID image) {}
