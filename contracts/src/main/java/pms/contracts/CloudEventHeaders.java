package pms.contracts;

/**
 * Kafka record headers of an event: CloudEvents 1.0 in binary mode.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">Kafka
 *     protocol binding</a>
 */
public final class CloudEventHeaders {

  public static final String SPEC_VERSION = "ce_specversion";
  public static final String ID = "ce_id";
  public static final String TYPE = "ce_type";
  public static final String SOURCE = "ce_source";
  public static final String TIME = "ce_time";
  public static final String SUBJECT = "ce_subject";
  public static final String CONTENT_TYPE = "content-type";

  /** W3C trace context, so that one trace goes from the request to the last consumer. */
  public static final String TRACE_PARENT = "traceparent";

  private CloudEventHeaders() {}
}
