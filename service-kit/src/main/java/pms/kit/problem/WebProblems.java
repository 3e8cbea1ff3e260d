package pms.kit.problem;

/** Words for what the HTTP layer itself refuses. */
final class WebProblems {

  static Problem of(int status) {
    return switch (status) {
      case 400 -> Problem.of(400, "bad-request", "Bad request", "The request cannot be understood.");
      case 404 -> Problem.notFound();
      case 405 -> Problem.of(405, "method-not-allowed", "Method not allowed", "This path does not know that method.");
      case 406 -> Problem.of(406, "not-acceptable", "Not acceptable", "None of the media types asked for can be had here.");
      case 413 -> Problem.of(413, "too-large", "Too large", "The body is larger than the limit.");
      case 415 ->
          Problem.of(415, "unsupported-media-type", "Unsupported media type", "Content-Type: this path takes another one.");
      default -> Problem.of(status, "http-" + status, "HTTP " + status, "The request was refused.");
    };
  }

  private WebProblems() {}
}
