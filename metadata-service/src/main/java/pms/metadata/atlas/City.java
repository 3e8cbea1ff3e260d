package pms.metadata.atlas;

/** @param country its name in English */
public record City(String name, String country) {

  /** For people; a city that is a country is named once. */
  public String placeName() {
    return name.equals(country) ? name : name + ", " + country;
  }
}
