package io.servicesemantics.admission;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;

/**
 * What would become of each field were a request made: the answer to "can I apply this over that?".
 *
 * <p>Of a request that is refused, the fields that are not themselves refused tell what the server
 * had arrived at when it refused. Prints as a line for each field.
 *
 * @param decision the decision
 * @param fields every field that the stored Service has, the request sends, or the result has, and
 *     every field at fault; in the order of the object
 */
public record UpdatePreview(AdmissionDecision decision, ImmutableList<FieldPreview> fields) {

  /** Checks that no part is null. */
  public UpdatePreview {
    checkNotNull(decision, "Decision is null; expected one");
    checkNotNull(fields, "Fields are null; expected a list");
  }

  /** {@return the decision, and a line for each field} */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append(
        decision.match(
            accepted -> accepted.isCreated() ? "Created." : "Accepted.",
            AdmissionDecision.Rejected::message));
    for (FieldPreview field : fields) {
      text.append("\n  ").append(field);
    }
    return text.toString();
  }
}
