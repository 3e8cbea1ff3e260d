package pms.metadata.extract;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes and models as people call them: {@code NIKON CORPORATION, NIKON D70} is a Nikon D70. What the file says word for
 * word stays in the listing.
 */
final class CameraNames {

  /** Words of companies, not of cameras. */
  private static final Pattern COMPANY =
      Pattern.compile(
          "(?i)[\\s,.]+(corporation|corp|company|co|ltd|inc|ag|gmbh|kg|b\\.?v|imaging|optical|electric|electronics|"
              + "techwin|computer|camera|communications|mobile communications|digital|global|technologies)(?=$|[\\s,.])");

  private static final Map<String, String> BRANDS =
      Map.ofEntries(
          Map.entry("nikon", "Nikon"),
          Map.entry("canon", "Canon"),
          Map.entry("olympus", "Olympus"),
          Map.entry("om system", "OM System"),
          Map.entry("pentax", "Pentax"),
          Map.entry("ricoh", "Ricoh"),
          Map.entry("pentax ricoh", "Pentax"),
          Map.entry("asahi", "Pentax"),
          Map.entry("eastman kodak", "Kodak"),
          Map.entry("kodak", "Kodak"),
          Map.entry("casio", "Casio"),
          Map.entry("sony", "Sony"),
          Map.entry("sony ericsson", "Sony Ericsson"),
          Map.entry("fujifilm", "Fujifilm"),
          Map.entry("fuji photo film", "Fujifilm"),
          Map.entry("panasonic", "Panasonic"),
          Map.entry("samsung", "Samsung"),
          Map.entry("sanyo", "Sanyo"),
          Map.entry("minolta", "Minolta"),
          Map.entry("konica minolta", "Konica Minolta"),
          Map.entry("konica", "Konica"),
          Map.entry("leica", "Leica"),
          Map.entry("leica camera", "Leica"),
          Map.entry("hasselblad", "Hasselblad"),
          Map.entry("phase one", "Phase One"),
          Map.entry("sigma", "Sigma"),
          Map.entry("epson", "Epson"),
          Map.entry("seiko epson", "Epson"),
          Map.entry("hewlett-packard", "HP"),
          Map.entry("kyocera", "Kyocera"),
          Map.entry("toshiba", "Toshiba"),
          Map.entry("jvc", "JVC"),
          Map.entry("apple", "Apple"),
          Map.entry("google", "Google"),
          Map.entry("huawei", "Huawei"),
          Map.entry("honor", "Honor"),
          Map.entry("xiaomi", "Xiaomi"),
          Map.entry("oneplus", "OnePlus"),
          Map.entry("oppo", "OPPO"),
          Map.entry("vivo", "vivo"),
          Map.entry("motorola", "Motorola"),
          Map.entry("nokia", "Nokia"),
          Map.entry("hmd", "HMD"),
          Map.entry("lge", "LG"),
          Map.entry("lg", "LG"),
          Map.entry("htc", "HTC"),
          Map.entry("blackberry", "BlackBerry"),
          Map.entry("dji", "DJI"),
          Map.entry("gopro", "GoPro"),
          Map.entry("parrot", "Parrot"));

  private static final Set<String> NO_LENS = Set.of("----", "---", "--", "-", "unknown", "n/a", "none", "0.0 mm f/0.0");

  /** Null when there is none. */
  static String make(String make, String model) {
    if (make == null) {
      return null;
    }
    String brand = brand(make);
    // Ricoh has built Pentax's cameras since 2011 and names itself in them.
    return brand.equals("Ricoh") && model != null && startsWithWord(model, "Pentax") ? "Pentax" : brand;
  }

  /** The model without the make in front of it; null when there is none. */
  static String model(String make, String model) {
    if (make == null || model == null) {
      return model;
    }
    for (String name : List.of(make, make(make, model))) {
      if (startsWithWord(model, name) && model.length() > name.length() + 1) {
        return model.substring(name.length()).strip();
      }
    }
    return model;
  }

  /** Null when cameras write that they do not know. */
  static String lens(String lens) {
    return lens == null || NO_LENS.contains(lens.toLowerCase(Locale.ROOT)) ? null : lens;
  }

  private static String brand(String make) {
    String bare = COMPANY.matcher(make).replaceAll("").replaceAll("[\\s,.]+$", "").strip();
    String known = BRANDS.get(bare.toLowerCase(Locale.ROOT));
    if (known != null) {
      return known;
    }
    return bare.isEmpty() ? make : bare;
  }

  private static boolean startsWithWord(String text, String word) {
    return text.regionMatches(true, 0, word, 0, word.length())
        && (text.length() == word.length() || !Character.isLetterOrDigit(text.charAt(word.length())));
  }

  private CameraNames() {}
}
