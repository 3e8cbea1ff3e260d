package pms.processing.image;

/** @param requeued how many versions wait to be rendered once more */
record RedoView(int requeued) {}
