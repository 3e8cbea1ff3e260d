package pms.gateway.door;

import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.context.propagation.TextMapPropagator;
import io.opentelemetry.context.propagation.TextMapSetter;
import io.quarkus.opentelemetry.runtime.propagation.TextMapPropagatorCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;

/**
 * Traces begin at the door: what a client sends of its own trace or baggage is not believed, or it could join others' traces
 * and decide what we record. Towards the services the trace is told.
 */
@ApplicationScoped
class OutboundTrace implements TextMapPropagatorCustomizer {

  @Override
  public TextMapPropagator customize(Context configured) {
    return configured.propagator() instanceof W3CTraceContextPropagator trace
        ? new OneWay(trace)
        : TextMapPropagator.noop();
  }

  private record OneWay(TextMapPropagator trace) implements TextMapPropagator {

    @Override
    public Collection<String> fields() {
      return trace.fields();
    }

    @Override
    public <C> void inject(io.opentelemetry.context.Context context, C carrier, TextMapSetter<C> setter) {
      trace.inject(context, carrier, setter);
    }

    @Override
    public <C> io.opentelemetry.context.Context extract(
        io.opentelemetry.context.Context context, C carrier, TextMapGetter<C> getter) {
      return context;
    }
  }
}
