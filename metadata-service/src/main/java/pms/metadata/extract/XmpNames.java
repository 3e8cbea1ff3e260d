package pms.metadata.extract;

import java.util.Map;

/** Writers choose their own prefixes for a namespace; we call each by its usual one. */
final class XmpNames {

  private static final Map<String, String> USUAL =
      Map.ofEntries(
          Map.entry("http://purl.org/dc/elements/1.1/", "dc"),
          Map.entry("http://ns.adobe.com/xap/1.0/", "xmp"),
          Map.entry("http://ns.adobe.com/xap/1.0/mm/", "xmpMM"),
          Map.entry("http://ns.adobe.com/xap/1.0/rights/", "xmpRights"),
          Map.entry("http://ns.adobe.com/xmp/note/", "xmpNote"),
          Map.entry("http://ns.adobe.com/photoshop/1.0/", "photoshop"),
          Map.entry("http://ns.adobe.com/exif/1.0/", "exif"),
          Map.entry("http://cipa.jp/exif/1.0/", "exifEX"),
          Map.entry("http://ns.adobe.com/exif/1.0/aux/", "aux"),
          Map.entry("http://ns.adobe.com/tiff/1.0/", "tiff"),
          Map.entry("http://ns.adobe.com/lightroom/1.0/", "lr"),
          Map.entry("http://ns.adobe.com/camera-raw-settings/1.0/", "crs"),
          Map.entry("http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/", "Iptc4xmpCore"),
          Map.entry("http://iptc.org/std/Iptc4xmpExt/2008-02-29/", "Iptc4xmpExt"),
          Map.entry("http://ns.microsoft.com/photo/1.0/", "MicrosoftPhoto"),
          Map.entry("http://ns.microsoft.com/photo/1.0", "MicrosoftPhoto"),
          Map.entry("http://ns.google.com/photos/1.0/panorama/", "GPano"),
          Map.entry("http://ns.google.com/photos/1.0/camera/", "GCamera"));

  static String of(String namespace, String prefix, String name) {
    String usual = USUAL.getOrDefault(namespace == null ? "" : namespace, prefix);
    return usual == null || usual.isEmpty() ? name : usual + ":" + name;
  }

  private XmpNames() {}
}
