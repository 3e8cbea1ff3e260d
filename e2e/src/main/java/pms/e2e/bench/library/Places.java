package pms.e2e.bench.library;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import pms.contracts.Location;

/** Where people take pictures: mostly around home, often in cities everybody knows, now and then somewhere nobody does. */
public final class Places {
  private static final String CITIES =
      """
      Berlin, Germany|52.52|13.40;Potsdam, Germany|52.40|13.06;Hamburg, Germany|53.55|9.99;Leipzig, Germany|51.34|12.37;Dresden, Germany|51.05|13.74;\
      Rügen, Germany|54.45|13.42;Prague, Czechia|50.08|14.43;Vienna, Austria|48.21|16.37;Paris, France|48.86|2.35;Rome, Italy|41.90|12.50;\
      Venice, Italy|45.44|12.33;Florence, Italy|43.77|11.26;Barcelona, Spain|41.39|2.17;Lisbon, Portugal|38.72|-9.14;London, United Kingdom|51.51|-0.13;\
      Edinburgh, United Kingdom|55.95|-3.19;Copenhagen, Denmark|55.68|12.57;Stockholm, Sweden|59.33|18.07;Oslo, Norway|59.91|10.75;Tromsø, Norway|69.65|18.96;\
      Reykjavík, Iceland|64.15|-21.94;Zürich, Switzerland|47.38|8.54;Zermatt, Switzerland|46.02|7.75;Munich, Germany|48.14|11.58;Kraków, Poland|50.06|19.94;\
      Budapest, Hungary|47.50|19.04;Athens, Greece|37.98|23.73;Santorini, Greece|36.39|25.46;Istanbul, Türkiye|41.01|28.98;Marrakesh, Morocco|31.63|-7.99;\
      Cairo, Egypt|30.04|31.24;Cape Town, South Africa|-33.92|18.42;Nairobi, Kenya|-1.29|36.82;Tokyo, Japan|35.68|139.69;Kyoto, Japan|35.01|135.77;\
      Seoul, South Korea|37.57|126.98;Hong Kong|22.32|114.17;Singapore|1.35|103.82;Bangkok, Thailand|13.76|100.50;Hanoi, Vietnam|21.03|105.85;\
      Bali, Indonesia|-8.41|115.19;Sydney, Australia|-33.87|151.21;Auckland, New Zealand|-36.85|174.76;Queenstown, New Zealand|-45.03|168.66;\
      New York, United States|40.71|-74.01;San Francisco, United States|37.77|-122.42;Yosemite, United States|37.87|-119.54;Chicago, United States|41.88|-87.63;\
      Vancouver, Canada|49.28|-123.12;Montréal, Canada|45.50|-73.57;Mexico City, Mexico|19.43|-99.13;Havana, Cuba|23.11|-82.37;Cusco, Peru|-13.53|-71.97;\
      Rio de Janeiro, Brazil|-22.91|-43.17;Buenos Aires, Argentina|-34.60|-58.38;Ushuaia, Argentina|-54.80|-68.30;Mumbai, India|19.08|72.88;\
      Kathmandu, Nepal|27.72|85.32;Dubai, United Arab Emirates|25.20|55.27;Jerusalem|31.77|35.21""";
  private static final int VILLAGES = 600;

  private final List<Location> places = new ArrayList<>();
  private final Zipf place;

  Places(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (String city : CITIES.split(";")) {
      String[] parts = city.split("\\|");
      places.add(new Location(Double.valueOf(parts[1]), Double.valueOf(parts[2]), null, parts[0].strip()));
    }
    for (int i = 0; i < VILLAGES; i++) {
      String name = Vocabulary.name(random);
      Location near = places.get(random.nextInt(60));
      String label = Character.toUpperCase(name.charAt(0)) + name.substring(1) + near.place().replaceFirst("^[^,]*", "");
      places.add(around(new Location(near.latitude(), near.longitude(), null, label), 2, random));
    }
    place = new Zipf(places.size(), 0.9);
  }

  Location next(RandomGenerator random) {
    return places.get(place.next(random));
  }

  /** A spot some way off, in degrees. */
  static Location around(Location middle, double spread, RandomGenerator random) {
    double latitude = Math.clamp(middle.latitude() + random.nextGaussian() * spread, -80, 80);
    double longitude = Math.clamp(middle.longitude() + random.nextGaussian() * spread, -179.9, 179.9);
    return new Location(rounded(latitude), rounded(longitude), middle.altitude(), middle.place());
  }

  /** Somewhere worth a look on a map. */
  public Location asked(RandomGenerator random) {
    return next(random);
  }

  private static double rounded(double degrees) {
    return Math.round(degrees * 1e6) / 1e6;
  }
}
