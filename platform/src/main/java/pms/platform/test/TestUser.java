package pms.platform.test;

/** A user made for one test. The id is what stands as owner everywhere. */
public record TestUser(String id, String name, String password) {

  /** An access token, as {@link Tokens} gives it. */
  public String token() {
    return Tokens.of(name, password, "pms-cli");
  }
}
