package pms.e2e.bench.library;

import java.util.List;
import java.util.random.RandomGenerator;
import pms.contracts.Camera;
import pms.contracts.Exposure;

/** Cameras as a family has had them, with lenses where they can be changed. */
final class Gear {
  private static final List<String> MODELS = List.of(
      "Apple|iPhone 13", "Canon|EOS 5D Mark III", "Google|Pixel 7", "Apple|iPhone 6s", "NIKON|D750", "SONY|ILCE-7M3", "Samsung|SM-G991B",
      "Canon|EOS 350D", "FUJIFILM|X-T3", "Apple|iPhone 4", "Panasonic|DMC-FZ50", "OLYMPUS|E-M5", "Canon|PowerShot G9", "NIKON|D70",
      "GoPro|HERO8 Black", "DJI|FC3170", "Leica|Q2", "SONY|DSC-RX100", "Ricoh|GR III", "HUAWEI|P30 Pro", "Canon|IXUS 70", "PENTAX|K-5",
      "NIKON|COOLPIX P900", "Motorola|Moto G7", "Xiaomi|Mi 9", "Canon|EOS R6", "FUJIFILM|FinePix S5600", "KODAK|DX7590", "Casio|EX-Z750", "Epson|V600");
  private static final List<String> LENSES = List.of(
      "24-105mm f/4", "50mm f/1.8", "70-200mm f/2.8", "35mm f/1.4", "16-35mm f/4", "100mm f/2.8 Macro", "85mm f/1.8", "18-55mm f/3.5-5.6",
      "24-70mm f/2.8", "55-250mm f/4-5.6", "14mm f/2.8", "150-600mm f/5-6.3", "28mm f/2", "40mm f/2.8", "10-22mm f/3.5-4.5", "200mm f/2");
  private static final int[] ISO = {100, 200, 400, 64, 800, 1600, 125, 3200, 320, 640, 6400, 50};
  private static final double[] APERTURES = {2.8, 4, 5.6, 1.8, 8, 2.2, 11, 3.5, 1.4, 16};
  private static final int[] SPEEDS = {125, 60, 250, 500, 30, 1000, 100, 2000, 15, 4000};
  private static final double[] LENGTHS = {50, 35, 24, 85, 105, 4.2, 200, 70, 16, 100};
  private static final Zipf MODEL = new Zipf(MODELS.size(), 1);
  private static final Zipf LENS = new Zipf(LENSES.size(), 1);
  private static final Zipf SETTING = new Zipf(10, 0.9);

  static Camera camera(RandomGenerator random) {
    int model = MODEL.next(random);
    String[] parts = MODELS.get(model).split("\\|");
    boolean changes = parts[1].matches("EOS.*|D7.*|ILCE.*|X-T.*|E-M5|K-5");
    return new Camera(parts[0], parts[1], changes ? parts[0] + " " + LENSES.get(LENS.next(random)) : null);
  }

  static Exposure exposure(RandomGenerator random) {
    double length = LENGTHS[SETTING.next(random)];
    return new Exposure(
        ISO[SETTING.next(random)], 1.0 / SPEEDS[SETTING.next(random)], APERTURES[SETTING.next(random)], length, length, random.nextInt(8) == 0);
  }

  private Gear() {}
}
