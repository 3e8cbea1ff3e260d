package pms.kit.event;

import pms.contracts.PmsEvent;
import pms.contracts.Topic;

/**
 * What a service does with the events of one topic. A bean that consumes a channel implements it, so that parked events
 * can find their way back to it; there is one handler for a topic in a service.
 */
public interface EventHandler<E extends PmsEvent> {

  Topic<E> topic();

  /**
   * Handles one event; the same event may come again and must then change nothing.
   *
   * @throws Exception when the world is broken: the event is retried with back-off and parked at last. Bad content is no
   *     exception but a fact to be recorded.
   */
  void on(Delivery<E> delivery) throws Exception;
}
