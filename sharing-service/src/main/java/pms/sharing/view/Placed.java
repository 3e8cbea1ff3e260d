package pms.sharing.view;

import pms.sharing.page.Cursor;

/** A picture and its place in the album that it was found in. */
public record Placed(Shown picture, Cursor cursor) {}
