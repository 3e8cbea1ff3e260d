package pms.sharing.embed;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a URL is the page of a link at our own host, to the letter. No parser is asked: two of them could read an odd spelling
 * (user info, port, backslash, look-alike letters) differently, so whatever is not exactly what we hand out is not ours.
 */
record OurAddress(Pattern page) {

  static OurAddress at(URI publicUrl) {
    String origin = publicUrl.getScheme() + "://" + publicUrl.getRawAuthority();
    return new OurAddress(Pattern.compile(Pattern.quote(origin) + "/s/([A-Za-z0-9_-]{1,120})"));
  }

  /** The segment that names the link. */
  Optional<String> segment(String url) {
    Matcher parts = page.matcher(url == null ? "" : url);
    return parts.matches() ? Optional.of(parts.group(1)) : Optional.empty();
  }
}
