package pms.e2e.sample;

import static pms.e2e.sample.PictureFacts.NONE;

import java.util.List;
import pms.e2e.sample.PictureFacts.Shot;
import pms.e2e.sample.PictureFacts.Spot;

/** A dozen pictures of our own making, so that a newcomer sees something pleasant even without a network. */
public final class SamplePictures {
  private SamplePictures() {}

  public static List<SamplePicture> all() {
    return List.of(
        sunset(),
        market(),
        sunflower(),
        city(),
        lighthouse(),
        lavender(),
        ridges(),
        cabin(),
        aurora(),
        dunes(),
        forest(),
        tent());
  }

  private static SamplePicture sunset() {
    return new SamplePicture(
        "IMG_4182.JPG",
        2400,
        1600,
        NONE.shotBy(
                new Shot("Canon", "Canon EOS R6", "RF24-105mm F4 L IS USM", 200, "1/125", 8, 35))
            .taken("2023-07-14T21:18:42+02:00")
            .at(new Spot(45.8597, 6.1717, 447, "Annecy", "France"))
            .saying(
                "Last light on Lake Annecy",
                "The sun goes down behind the Semnoz, the lake lies still.",
                "sunset",
                "lake",
                "mountains",
                "reflection"),
        SunsetLake::new);
  }

  private static SamplePicture market() {
    return new SamplePicture(
        "DJI_0317.JPG",
        2560,
        1920,
        NONE.shotBy(new Shot("DJI", "FC3582", null, 100, "1/800", 1.7, 6.7))
            .taken("2022-05-21T12:04:09+02:00")
            .at(new Spot(46.0513, 14.5103, 361, "Ljubljana", "Slovenia"))
            .saying(
                "Market day from above",
                "Umbrellas and fruit at noon on the central market.",
                "market",
                "umbrellas",
                "aerial",
                "fruit"),
        MarketUmbrellas::new);
  }

  private static SamplePicture sunflower() {
    return new SamplePicture(
        "PXL_20230630_081217.jpg",
        1920,
        2560,
        NONE.shotBy(new Shot(
                "Google", "Pixel 7", "Pixel 7 back camera 6.81mm f/1.85", 49, "1/1250", 1.9, 6.8))
            .taken("2023-06-30T10:12:17+02:00")
            .at(new Spot(43.3188, 11.3308, 322, "Siena", "Italy"))
            .saying(
                "Golden angle",
                "Every floret sits 137.5 degrees after the last.",
                "sunflower",
                "macro",
                "summer",
                "yellow")
            .turned(6),
        Sunflower::new);
  }

  private static SamplePicture city() {
    return new SamplePicture(
        "L1000937.JPG",
        2640,
        1760,
        NONE.shotBy(new Shot(
                "LEICA CAMERA AG", "LEICA Q2", "Summilux 1:1.7/28 ASPH.", 800, "1/30", 2.8, 28))
            .taken("2019-10-19T18:52:30-04:00")
            .at(new Spot(43.6289, -79.3944, 78, "Toronto", "Canada"))
            .saying(
                "Blue hour across the harbour",
                "The skyline from the island ferry, lamps along the shore.",
                "city",
                "skyline",
                "blue hour",
                "night"),
        BlueHourCity::new);
  }

  private static SamplePicture lighthouse() {
    return new SamplePicture(
        "P8090441.JPG",
        2560,
        1920,
        NONE.shotBy(new Shot(
                "OLYMPUS CORPORATION",
                "E-M1MarkIII",
                "OLYMPUS M.12-100mm F4.0",
                200,
                "1/1000",
                5.6,
                18))
            .taken("2020-08-09T14:33:05+01:00")
            .at(new Spot(50.7383, 0.2144, 82, "Eastbourne", "United Kingdom"))
            .saying(
                "Lighthouse on the chalk cliff",
                "A fresh westerly and one brave sail.",
                "lighthouse",
                "sea",
                "cliff",
                "clouds"),
        Lighthouse::new);
  }

  private static SamplePicture lavender() {
    return new SamplePicture(
        "P1020764.JPG",
        2640,
        1760,
        NONE.shotBy(new Shot("Panasonic", "DC-S5", "LUMIX S 20-60/F3.5-5.6", 125, "1/200", 11, 20))
            .taken("2021-07-03T20:58:11+02:00")
            .at(new Spot(43.8366, 5.9836, 569, "Valensole", "France"))
            .saying(
                "Lavender rows",
                "Evening on the plateau of Valensole, the air full of bees.",
                "lavender",
                "field",
                "tree",
                "sunset",
                "provence"),
        LavenderRows::new);
  }

  private static SamplePicture ridges() {
    return new SamplePicture(
        "DSCF2093.JPG",
        1600,
        2400,
        NONE.shotBy(
                new Shot("FUJIFILM", "X-T4", "XF50-140mmF2.8 R LM OIS WR", 160, "1/320", 8, 86.2))
            .taken("2021-11-06T06:47:55+08:00")
            .at(new Spot(30.1326, 118.1716, 1680, "Huangshan", "China"))
            .saying(
                "Ridge behind ridge",
                "First light in the Yellow Mountains, mist in every valley.",
                "mountains",
                "mist",
                "sunrise",
                "birds")
            .turned(8),
        MistyRidges::new);
  }

  private static SamplePicture cabin() {
    return new SamplePicture(
        "IMG_0628.jpeg",
        2560,
        1920,
        NONE.shotBy(new Shot(
                "Apple",
                "iPhone 14 Pro",
                "iPhone 14 Pro back triple camera 6.86mm f/1.78",
                640,
                "1/60",
                1.8,
                6.9))
            .taken("2022-12-28T16:49:20+01:00")
            .at(new Spot(46.5407, 11.6253, 1844, "Castelrotto", "Italy"))
            .saying(
                "Cabin in the snow",
                "Somebody is home: smoke and two warm windows.",
                "snow",
                "winter",
                "cabin",
                "forest"),
        SnowyCabin::new);
  }

  private static SamplePicture aurora() {
    return new SamplePicture(
        "DSC07311.JPG",
        2400,
        1600,
        NONE.shotBy(new Shot("SONY", "ILCE-7SM3", "FE 14mm F1.8 GM", 3200, "4", 1.8, 14))
            .taken("2023-02-27T22:14:48+01:00")
            .at(new Spot(68.1036, 13.2972, 6, "Flakstad", "Norway"))
            .saying(
                "Northern lights over the fjord",
                "Curtains of green above the mountains of Lofoten.",
                "aurora",
                "night",
                "fjord",
                "stars"),
        NorthernLights::new);
  }

  private static SamplePicture dunes() {
    return new SamplePicture(
        "5D4_8810.JPG",
        2400,
        1600,
        NONE.shotBy(new Shot(
                "Canon",
                "Canon EOS 5D Mark IV",
                "EF70-200mm f/2.8L IS II USM",
                100,
                "1/640",
                7.1,
                115))
            .taken("2018-03-11T17:52:36+00:00")
            .at(new Spot(31.1499, -3.9817, 740, "Merzouga", "Morocco"))
            .saying(
                "Caravan in Erg Chebbi",
                "Six camels and a walker before sunset.",
                "desert",
                "dunes",
                "camels",
                "sand"),
        Dunes::new);
  }

  private static SamplePicture forest() {
    return new SamplePicture(
        "DSC01946.JPG",
        2400,
        1600,
        NONE.shotBy(new Shot("SONY", "ILCE-7M3", "FE 70-200mm F2.8 GM OSS", 400, "1/160", 4, 98))
            .taken("2020-09-24T15:05:02+03:00")
            .at(new Spot(63.0967, 29.8061, 252, "Lieksa", "Finland"))
            .saying(
                "Birches in September",
                "The sun comes through from behind; a golden rustle.",
                "autumn",
                "forest",
                "birch",
                "leaves"),
        AutumnForest::new);
  }

  private static SamplePicture tent() {
    return new SamplePicture(
        "DSC_5521.JPG",
        1600,
        2400,
        NONE.shotBy(new Shot(
                "NIKON CORPORATION", "NIKON Z 6_2", "NIKKOR Z 20mm f/1.8 S", 6400, "15", 1.8, 20))
            .taken("2022-08-27T23:41:13-04:00")
            .at(new Spot(41.6626, -77.8233, 700, "Coudersport", "United States"))
            .saying(
                "A night under the Milky Way",
                "Cherry Springs, no moon, one lit tent.",
                "stars",
                "milky way",
                "tent",
                "night",
                "camping")
            .turned(8),
        TentUnderStars::new);
  }
}
