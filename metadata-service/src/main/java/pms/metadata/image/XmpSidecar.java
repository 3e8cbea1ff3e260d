package pms.metadata.image;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import pms.contracts.TakenAt;
import pms.metadata.extract.Place;
import pms.metadata.tag.TagKey;

/**
 * What counts of an image, as a file that other programs lay beside the original.
 *
 * @see <a href="https://developer.adobe.com/xmp/docs/xmp-specifications/">XMP specification, parts 1 and 2</a>
 */
final class XmpSidecar {

  private static final String PACKET = "begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"";
  private static final String XML = "http://www.w3.org/XML/1998/namespace";
  private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  private static final String DC = "http://purl.org/dc/elements/1.1/";
  private static final String XMP = "http://ns.adobe.com/xap/1.0/";
  private static final String EXIF = "http://ns.adobe.com/exif/1.0/";
  private static final String PHOTOSHOP = "http://ns.adobe.com/photoshop/1.0/";
  private static final String LIGHTROOM = "http://ns.adobe.com/lightroom/1.0/";
  private static final String IPTC = "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/";

  private final XMLStreamWriter xml;

  private XmpSidecar(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** @param tags in the spelling to show; the automatic ones are left out, since whoever reads them back would have typed them */
  static String of(Words words, List<String> tags) {
    try {
      StringWriter text = new StringWriter();
      new XmpSidecar(XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text)).write(words, tags);
      return text.toString();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("cannot write XML into memory", e);
    }
  }

  private void write(Words words, List<String> tags) throws XMLStreamException {
    xml.writeProcessingInstruction("xpacket", PACKET);
    xml.writeStartElement("x", "xmpmeta", "adobe:ns:meta/");
    xml.writeNamespace("x", "adobe:ns:meta/");
    xml.writeStartElement("rdf", "RDF", RDF);
    xml.writeNamespace("rdf", RDF);
    xml.writeStartElement("rdf", "Description", RDF);
    xml.writeNamespace("dc", DC);
    xml.writeNamespace("xmp", XMP);
    xml.writeNamespace("exif", EXIF);
    xml.writeNamespace("photoshop", PHOTOSHOP);
    xml.writeNamespace("Iptc4xmpCore", IPTC);
    xml.writeNamespace("lr", LIGHTROOM);
    xml.writeAttribute("rdf", RDF, "about", "");
    alternatives("title", words.title());
    alternatives("description", words.description());
    bag("dc", DC, "subject", TagKey.minus(tags, words.automaticTags()));
    category(words.category());
    simple("xmp", XMP, "Rating", words.rating());
    time(words.takenAt());
    place(words.location());
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeProcessingInstruction("xpacket", "end=\"w\"");
    xml.writeEndDocument();
  }

  private void alternatives(String name, String text) throws XMLStreamException {
    if (text != null) {
      xml.writeStartElement("dc", name, DC);
      xml.writeStartElement("rdf", "Alt", RDF);
      xml.writeStartElement("rdf", "li", RDF);
      xml.writeAttribute("xml", XML, "lang", "x-default");
      text(text);
      xml.writeEndElement();
      xml.writeEndElement();
      xml.writeEndElement();
    }
  }

  /** As a keyword in a tree, which is what other programs have for it. A bar parts its levels, so one in a name becomes a wide one. */
  private void category(String path) throws XMLStreamException {
    bag("lr", LIGHTROOM, "hierarchicalSubject", path == null ? List.of() : List.of(path.replace('|', '\uFF5C').replace('/', '|')));
  }

  private void bag(String prefix, String namespace, String name, List<String> words) throws XMLStreamException {
    if (!words.isEmpty()) {
      xml.writeStartElement(prefix, name, namespace);
      xml.writeStartElement("rdf", "Bag", RDF);
      for (String word : words) {
        simple("rdf", RDF, "li", word);
      }
      xml.writeEndElement();
      xml.writeEndElement();
    }
  }

  private void time(TakenAt takenAt) throws XMLStreamException {
    if (takenAt != null) {
      String offset = takenAt.offset() == null ? "" : takenAt.offset();
      String time = DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(takenAt.local()) + offset;
      simple("exif", EXIF, "DateTimeOriginal", time);
      simple("photoshop", PHOTOSHOP, "DateCreated", time);
    }
  }

  private void place(Place place) throws XMLStreamException {
    if (place == null) {
      return;
    }
    if (place.latitude() != null) {
      simple("exif", EXIF, "GPSLatitude", degrees(place.latitude(), 'N', 'S'));
      simple("exif", EXIF, "GPSLongitude", degrees(place.longitude(), 'E', 'W'));
    }
    if (place.altitude() != null) {
      simple("exif", EXIF, "GPSAltitude", Math.round(Math.abs(place.altitude()) * 1000) + "/1000");
      simple("exif", EXIF, "GPSAltitudeRef", place.altitude() < 0 ? 1 : 0);
    }
    simple("Iptc4xmpCore", IPTC, "Location", place.name());
  }

  /** Degrees, and minutes with a fraction that keeps a tenth of a metre: {@code 48,51.500000N}. */
  private static String degrees(double angle, char positive, char negative) {
    BigDecimal all = BigDecimal.valueOf(Math.abs(angle));
    int whole = all.intValue();
    double minutes = all.subtract(BigDecimal.valueOf(whole)).doubleValue() * 60;
    return String.format(Locale.ROOT, "%d,%.6f%c", whole, minutes, angle < 0 ? negative : positive);
  }

  private void simple(String prefix, String namespace, String name, Object value) throws XMLStreamException {
    if (value != null) {
      xml.writeStartElement(prefix, name, namespace);
      text(value.toString());
      xml.writeEndElement();
    }
  }

  /** Readers make a newline of a return that is not written as a reference (XML 1.0, section 2.11). */
  private void text(String text) throws XMLStreamException {
    String[] lines = text.split("\r", -1);
    xml.writeCharacters(lines[0]);
    for (int i = 1; i < lines.length; i++) {
      xml.writeEntityRef("#13");
      xml.writeCharacters(lines[i]);
    }
  }
}
