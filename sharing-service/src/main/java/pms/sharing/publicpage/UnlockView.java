package pms.sharing.publicpage;

/**
 * The guest is in.
 *
 * @param pass to be sent as header {@code Link-Pass} by programs that keep no cookies
 * @param expiresIn seconds
 */
record UnlockView(String pass, long expiresIn) {}
