package pms.metadata.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import pms.contracts.TakenAt;
import pms.metadata.extract.Facts;
import pms.metadata.extract.Pictures;
import pms.metadata.extract.Place;

class XmpSidecarTest {

  @Test
  void everything_somebody_may_say_is_in_it() throws Exception {
    Words words =
        new Words(
            "Tower", "Seen from\nthe river", List.of("a"), List.of(), "Travel/France", 4, true, false,
            new TakenAt(LocalDateTime.parse("2008-05-30T15:56:01.25"), "+02:00", null, "exif"), new Place(48.8583, -2.2945, -3.5, "Paris"));
    Document xmp = parse(XmpSidecar.of(words, List.of("été", "river")));
    assertThat(texts(xmp, "title")).containsExactly("Tower");
    assertThat(texts(xmp, "description")).containsExactly("Seen from\nthe river");
    assertThat(texts(xmp, "subject")).containsExactly("étériver");
    assertThat(texts(xmp, "hierarchicalSubject")).containsExactly("Travel|France");
    assertThat(texts(xmp, "Rating")).containsExactly("4");
    assertThat(texts(xmp, "DateTimeOriginal")).containsExactly("2008-05-30T15:56:01.25+02:00");
    assertThat(texts(xmp, "GPSLatitude")).containsExactly("48,51.498000N");
    assertThat(texts(xmp, "GPSLongitude")).containsExactly("2,17.670000W");
    assertThat(texts(xmp, "GPSAltitude")).containsExactly("3500/1000");
    assertThat(texts(xmp, "GPSAltitudeRef")).containsExactly("1");
    assertThat(texts(xmp, "Location")).containsExactly("Paris");
  }

  @Test
  void whoever_reads_it_beside_the_picture_knows_the_same() {
    TakenAt taken = new TakenAt(LocalDateTime.parse("2008-05-30T15:56:01.25"), "+02:00", Instant.parse("2008-05-30T13:56:01.25Z"), "person");
    Words words =
        new Words("Tower", "Seen", List.of(), List.of(), null, 4, false, false, taken, new Place(-48.8583, 2.2945, 3.5, "Champ de Mars"));
    Facts read = Pictures.read("image/jpeg", Pictures.withXmp(Pictures.jpeg(8, 8), XmpSidecar.of(words, List.of("été", "river")))).facts();
    assertThat(List.of(read.title(), read.description(), read.tags(), read.rating())).containsExactly("Tower", "Seen", List.of("été", "river"), 4);
    assertThat(List.of(read.takenAt().local(), read.takenAt().instant())).containsExactly(taken.local(), taken.instant());
    assertThat(List.of(read.place().name(), read.place().altitude())).containsExactly("Champ de Mars", 3.5);
    assertThat(read.place().latitude()).isCloseTo(-48.8583, within(1e-6));
    assertThat(read.place().longitude()).isCloseTo(2.2945, within(1e-6));
  }

  @Test
  void what_looks_like_markup_is_text() throws Exception { // L5
    String evil = "</rdf:li><x a='\"'>&amp; ]]> <!-- <?pi?> \u2028 😀";
    Words words = new Words(evil, null, List.of(), List.of(), null, null, false, false, null, null);
    Document xmp = parse(XmpSidecar.of(words, List.of(evil)));
    assertThat(texts(xmp, "title")).containsExactly(evil);
    assertThat(texts(xmp, "subject")).containsExactly(evil);
    assertThat(xmp.getElementsByTagName("x").getLength()).isZero();
  }

  /** Other programs read back what was written: their parsers make a newline of a bare return, and a level of a bar. */
  @Test
  void returns_and_bars_stay_what_they_are() throws Exception {
    Words words = new Words("One\r\ntwo\rthree", null, List.of(), List.of(), "AC|DC/Live", null, false, false, null, null);
    Document xmp = parse(XmpSidecar.of(words, List.of("a\rb")));
    assertThat(texts(xmp, "title")).containsExactly("One\r\ntwo\rthree");
    assertThat(texts(xmp, "subject")).containsExactly("a\rb");
    assertThat(texts(xmp, "hierarchicalSubject")).containsExactly("AC\uFF5CDC|Live");
  }

  /** Whoever reads them back would take them for typed ones. */
  @Test
  void tags_that_were_drawn_from_facts_are_left_out() throws Exception {
    Words words = new Words(null, null, List.of("river", "Paris"), List.of("Paris"), null, null, false, false, null, null);
    assertThat(texts(parse(XmpSidecar.of(words, List.of("River", "PARIS"))), "subject")).containsExactly("River");
  }

  @Test
  void what_is_unknown_is_left_out() throws Exception {
    Document xmp = parse(XmpSidecar.of(new Words(null, null, List.of(), List.of(), null, null, false, false, null, null), List.of()));
    NodeList description = xmp.getElementsByTagNameNS("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "Description");
    assertThat(description.getLength()).isEqualTo(1);
    assertThat(description.item(0).hasChildNodes()).isFalse();
  }

  private static Document parse(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> texts(Document xmp, String name) {
    NodeList nodes = xmp.getElementsByTagNameNS("*", name);
    return IntStream.range(0, nodes.getLength()).mapToObj(i -> nodes.item(i).getTextContent()).toList();
  }
}
