package pms.sharing.embed;

/**
 * A few lines that put a frame in the place of their own tag. They read and send nothing, write no markup and set styles one by
 * one, so they run under any policy that lets scripts of ours and frames of ours in.
 */
final class EmbedScript {

  private static final String SCRIPT =
      """
      (function () {
        "use strict";
        var tag = document.currentScript;
        if (!tag || !tag.parentNode) { return; }
        var frame = document.createElement("iframe");
        frame.setAttribute("sandbox", "allow-popups allow-popups-to-escape-sandbox");
        frame.setAttribute("referrerpolicy", "no-referrer");
        frame.setAttribute("loading", "lazy");
        frame.title = "Shared pictures";
        frame.style.border = "0";
        frame.style.width = "100%";
        frame.style.aspectRatio = "4 / 3";
        frame.src = "ADDRESS";
        tag.parentNode.replaceChild(frame, tag);
      })();
      """;

  /** @param address of the frame: our own origin and a token, so nothing in it needs escaping */
  static String of(String address) {
    if (!address.matches("https?://[A-Za-z0-9.:\\[\\]-]+/embed/[A-Za-z0-9_-]+")) {
      throw new IllegalArgumentException("not an address of a frame of ours");
    }
    return SCRIPT.replace("ADDRESS", address);
  }

  private EmbedScript() {}
}
