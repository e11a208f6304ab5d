package io.servicesemantics.admission;

import static com.google.common.base.Preconditions.checkNotNull;

import io.servicesemantics.explain.Reason;
import java.util.Optional;

/**
 * One thing that does not fit in the addresses and ports of a cluster as found: what the server's
 * repair loops would tell of.
 *
 * @param kind what does not fit
 * @param number the address or port, as the object says it
 * @param object whose it is
 * @param holder who holds it instead, where somebody does
 * @param message the text of the event the repair loop writes; empty where it writes none
 */
public record AllocationConflict(
    Kind kind,
    String number,
    AllocationHolder object,
    Optional<AllocationHolder> holder,
    String message) {

  /** Checks that no part is null. */
  public AllocationConflict {
    checkNotNull(kind, "Kind of a conflict is null; expected one");
    checkNotNull(number, "Number of a conflict is null; expected text");
    checkNotNull(object, "Object of a conflict is null; expected one");
    checkNotNull(holder, "Holder is null; expected one, or empty");
    checkNotNull(message, "Message is null; expected text, empty for none");
  }

  /** What does not fit (api 6.8). */
  public enum Kind implements Reason {
    /** A cluster address that is none. */
    CLUSTER_IP_NOT_VALID("A cluster address is not an address."),
    /** A cluster address outside every ServiceCIDR. */
    CLUSTER_IP_OUT_OF_RANGE("A cluster address is outside every ServiceCIDR."),
    /** A cluster address that another object holds as well. */
    CLUSTER_IP_ALREADY_ALLOCATED("A cluster address is held by another object."),
    /** A cluster address for which the IPAddress objects given have no record. */
    CLUSTER_IP_NOT_ALLOCATED("A cluster address has no IPAddress object."),
    /** An IPAddress whose Service does not exist or does not have the address. */
    ORPHANED_IP_ADDRESS("An IPAddress object belongs to no Service that has the address."),
    /** A node port outside the range. */
    NODE_PORT_OUT_OF_RANGE("A node port is outside the range."),
    /** A node port that another Service holds as well. */
    NODE_PORT_ALREADY_ALLOCATED("A node port is held by another Service."),
    /** A node port of a Service that is not reached by node ports, which nobody holds. */
    NODE_PORT_NOT_HELD("A node port is stored but held by nobody.");

    private final String sentence;

    Kind(String sentence) {
      this.sentence = sentence;
    }

    @Override
    public String sentence() {
      return sentence;
    }

    @Override
    public String rule() {
      return "api 6.8";
    }
  }
}
