package pms.sharing.access;

/** The answer to "may this caller": the same no for what is not theirs and what never was. */
record Access(boolean allowed) {}
