package io.servicesemantics.fault;

import com.google.common.collect.ImmutableSet;
import java.util.List;

/** Joins several faults into the one message a Status carries. */
public final class FieldErrors {

  private FieldErrors() {}

  /**
   * Returns the messages as one text: a single one as it is, several in brackets, each distinct
   * text once in the order given.
   *
   * <p>Source: {@code apimachinery/pkg/util/errors} (api 0.5).
   *
   * @param faults the faults in the server's order
   * @return empty text when there is no fault
   */
  public static String join(List<FieldError> faults) {
    ImmutableSet.Builder<String> distinct = ImmutableSet.builder();
    for (FieldError fault : faults) {
      distinct.add(fault.message());
    }
    ImmutableSet<String> texts = distinct.build();
    String joined = String.join(", ", texts);
    return texts.size() > 1 ? "[" + joined + "]" : joined;
  }

  /**
   * Returns the message of the Status that refuses an object.
   *
   * @param kind the kind, such as {@code Service}
   * @param name the object's name
   * @param faults the faults in the server's order
   * @return {@code Service "web" is invalid: …}
   */
  public static String statusMessage(String kind, String name, List<FieldError> faults) {
    return kind + " \"" + name + "\" is invalid: " + join(faults);
  }
}
