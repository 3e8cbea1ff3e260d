package pms.metadata.extract;

import java.util.Set;

/** A PNG without a camera that is as large as a screen was made by one. */
final class ScreenSizes {

  /** Shorter side, longer side: of phones, tablets and desktops. */
  private static final Set<String> SCREENS =
      Set.of(
          "640x1136", "750x1334", "828x1792", "1080x1920", "1080x2160", "1080x2220", "1080x2246", "1080x2280", "1080x2340",
          "1080x2376", "1080x2400", "1080x2408", "1125x2436", "1170x2532", "1179x2556", "1206x2622", "1242x2208",
          "1242x2688", "1284x2778", "1290x2796", "1320x2868", "1344x2992", "1440x2560", "1440x2880", "1440x2960",
          "1440x3040", "1440x3088", "1440x3120", "1440x3200", "720x1280", "720x1520", "720x1560", "720x1600",
          "1536x2048", "1620x2160", "1640x2360", "1668x2224", "1668x2388", "2048x2732",
          "768x1366", "900x1440", "900x1600", "1050x1680", "1200x1920", "1440x3440", "1600x2560", "1664x2560",
          "1800x2880", "1964x3024", "2160x3840", "2234x3456", "2520x4480", "2880x5120");

  static boolean isScreen(Facts facts, String type) {
    if (!"image/png".equals(type) || facts.camera() != null || facts.width() == null) {
      return false;
    }
    int shorter = Math.min(facts.width(), facts.height());
    int longer = Math.max(facts.width(), facts.height());
    return SCREENS.contains(shorter + "x" + longer);
  }

  private ScreenSizes() {}
}
