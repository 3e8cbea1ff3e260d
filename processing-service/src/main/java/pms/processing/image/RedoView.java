package pms.processing.image;

/** @param requeued how many images wait to be rendered once more */
record RedoView(int requeued) {}
