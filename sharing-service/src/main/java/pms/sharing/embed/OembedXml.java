package pms.sharing.embed;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The XML form of {@link Oembed}: elements and text, no document type and so no entities. */
final class OembedXml {

  static String write(Oembed answer) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("utf-8", "1.0");
      xml.writeStartElement("oembed");
      write(answer, xml);
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("cannot write XML to memory", e);
    }
    return text.toString();
  }

  private static void write(Oembed answer, XMLStreamWriter xml) throws XMLStreamException {
    element(xml, "version", answer.version());
    element(xml, "type", answer.type());
    element(xml, "title", answer.title());
    element(xml, "provider_name", answer.providerName());
    element(xml, "provider_url", answer.providerUrl());
    element(xml, "cache_age", answer.cacheAge());
    element(xml, "html", answer.html());
    element(xml, "width", answer.width());
    element(xml, "height", answer.height());
    element(xml, "thumbnail_url", answer.thumbnailUrl());
    element(xml, "thumbnail_width", answer.thumbnailWidth());
    element(xml, "thumbnail_height", answer.thumbnailHeight());
  }

  private static void element(XMLStreamWriter xml, String name, Object value) throws XMLStreamException {
    if (value != null) {
      xml.writeStartElement(name);
      xml.writeCharacters(legal(value.toString()));
      xml.writeEndElement();
    }
  }

  /** Some characters are in no XML document, not even escaped. */
  private static String legal(String text) {
    return text.replaceAll("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "\uFFFD");
  }

  private OembedXml() {}
}
