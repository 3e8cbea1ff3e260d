package pms.kit.event;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import pms.contracts.CloudEventHeaders;

/** Carries one trace from the request through the outbox and Kafka to the last consumer. */
@ApplicationScoped
class Tracing {

  private static final TextMapGetter<ConsumerRecord<?, ?>> HEADERS =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(ConsumerRecord<?, ?> message) {
          return List.of(CloudEventHeaders.TRACE_PARENT);
        }

        @Override
        public String get(ConsumerRecord<?, ?> message, String key) {
          return Records.header(message.headers(), key);
        }
      };

  private final Tracer tracer;

  Tracing(OpenTelemetry telemetry) {
    this.tracer = telemetry.getTracer("pms");
  }

  /** The running span as a {@code traceparent}; null outside any trace. */
  String current() {
    Map<String, String> carrier = new HashMap<>();
    W3CTraceContextPropagator.getInstance().inject(Context.current(), carrier, Map::put);
    return carrier.get(CloudEventHeaders.TRACE_PARENT);
  }

  /** A span for handling this record, child of the one that wrote it. */
  Span consume(ConsumerRecord<?, ?> message) {
    Context parent = W3CTraceContextPropagator.getInstance().extract(Context.root(), message, HEADERS);
    return tracer
        .spanBuilder("process " + message.topic())
        .setParent(parent)
        .setSpanKind(SpanKind.CONSUMER)
        .startSpan();
  }
}
