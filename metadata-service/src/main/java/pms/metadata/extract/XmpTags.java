package pms.metadata.extract;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The properties of an XMP packet by their usual names, such as {@code dc:title}; what lies within a structure is named
 * with a path. Entities and document types are refused, so a packet cannot reach outside or swell.
 *
 * @see <a href="https://developer.adobe.com/xmp/docs/XMPSpecifications/">XMP specification, part 1, section 7</a>
 */
final class XmpTags {

  private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  private static final String XML = "http://www.w3.org/XML/1998/namespace";
  private static final int MOST_VALUES = 3_000;
  private static final int LONGEST = 10_000;
  private static final int DEEPEST = 24;

  private final Map<String, List<String>> values = new LinkedHashMap<>();
  private int count;

  void read(byte[] packet, List<String> warnings) {
    try {
      XMLStreamReader xml = factory().createXMLStreamReader(new StringReader(text(packet)));
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
          throw new XMLStreamException("document types and entities are not taken");
        }
        if (event == XMLStreamConstants.START_ELEMENT && isRdf(xml, "Description")) {
          description(xml, "", 0);
        }
      }
    } catch (XMLStreamException | RuntimeException broken) {
      warnings.add("XMP: is broken" + (values.isEmpty() ? "" : ", read up to there"));
    }
  }

  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  Optional<String> text(String name) {
    return all(name).stream().findFirst();
  }

  Map<String, Object> listing() {
    Map<String, Object> listing = new LinkedHashMap<>();
    values.forEach((name, all) -> listing.put(name, all.size() == 1 ? all.getFirst() : List.copyOf(all)));
    return listing;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    // It would print what it thinks of the file; what matters it throws besides.
    factory.setXMLReporter((_, _, _, _) -> {});
    factory.setXMLResolver((publicId, systemId, base, namespace) -> {
      throw new XMLStreamException("nothing outside the packet is read");
    });
    return factory;
  }

  /** On rdf:Description or on an element that is one by parseType: attributes and children are properties. */
  private void description(XMLStreamReader xml, String path, int depth) throws XMLStreamException {
    attributes(xml, path);
    while (xml.next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.isStartElement()) {
        property(xml, path + name(xml), depth + 1);
      }
    }
  }

  private void attributes(XMLStreamReader xml, String path) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String namespace = xml.getAttributeNamespace(i);
      if (namespace != null && !namespace.equals(RDF) && !namespace.equals(XML)) {
        String name = XmpNames.of(namespace, xml.getAttributePrefix(i), xml.getAttributeLocalName(i));
        add(path + name, xml.getAttributeValue(i));
      }
    }
  }

  /** A property's element: plain text, an array, or a structure. */
  private void property(XMLStreamReader xml, String name, int depth) throws XMLStreamException {
    if (depth > DEEPEST) {
      throw new XMLStreamException("nested too deeply");
    }
    attributes(xml, name + "/");
    StringBuilder text = new StringBuilder();
    boolean leaf = true;
    for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
      if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
        text.append(xml.getText(), 0, Math.min(xml.getTextLength(), LONGEST));
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        leaf = false;
        inside(xml, name, depth + 1);
      }
    }
    if (leaf) {
      add(name, text.toString());
    }
  }

  private void inside(XMLStreamReader xml, String name, int depth) throws XMLStreamException {
    if (isRdf(xml, "Alt")) {
      alternatives(xml, name, depth);
    } else if (isRdf(xml, "Description")) {
      description(xml, name + "/", depth);
    } else if (isRdf(xml, "Bag") || isRdf(xml, "Seq") || isRdf(xml, "li") || isRdf(xml, "value")) {
      property(xml, name, depth);
    } else {
      property(xml, name + "/" + name(xml), depth);
    }
  }

  /** The default language first, whatever its place. */
  private void alternatives(XMLStreamReader xml, String name, int depth) throws XMLStreamException {
    while (xml.next() != XMLStreamConstants.END_ELEMENT) {
      if (xml.isStartElement()) {
        boolean preferred = "x-default".equals(xml.getAttributeValue(XML, "lang"));
        int before = all(name).size();
        property(xml, name, depth + 1);
        if (preferred && before > 0 && all(name).size() > before) {
          values.get(name).addFirst(values.get(name).removeLast());
        }
      }
    }
  }

  private void add(String name, String value) {
    Optional<String> clean = PlainText.clean(value, LONGEST);
    if (clean.isPresent() && count++ < MOST_VALUES) {
      values.computeIfAbsent(PlainText.clean(name, 200).orElse("?"), n -> new ArrayList<>()).add(clean.get());
    }
  }

  private static boolean isRdf(XMLStreamReader xml, String name) {
    return RDF.equals(xml.getNamespaceURI()) && name.equals(xml.getLocalName());
  }

  private static String name(XMLStreamReader xml) {
    return XmpNames.of(xml.getNamespaceURI(), xml.getPrefix(), xml.getLocalName());
  }

  /** Without the padding and marks that XML does not take before and behind a document. */
  private static String text(byte[] packet) {
    return PlainText.decode(packet).replaceAll("^[\\uFEFF\\s]+|\\x00+$", "");
  }
}
