package io.servicesemantics.description;

/** Puts a refusal into words for a terminal. */
final class RefusalText {

  // The twelfth fault of one Service is found when the others are cured.
  private static final int MOST = 12;

  private RefusalText() {}

  static String of(RefusedService refused) {
    StringBuilder text = new StringBuilder("Service ").append(refused.name());
    text.append(", refused by the API server with HTTP ").append(refused.decision().code());
    refused.location().ifPresent(at -> text.append(" (").append(at.toLineText()).append(')'));
    text.append("\n  ! ").append(refused.decision().message());
    int told = 0;
    for (Complaint complaint : refused.complaints()) {
      if (!complaint.cure().isEmpty()) {
        text.append("\n      ").append(complaint.cure());
      }
      if (!complaint.field().isRoot() && complaint.location().isPresent() && told++ < MOST) {
        text.append("\n      ").append(complaint.field());
        text.append(" (").append(complaint.location().get().toLineText()).append(')');
      }
    }
    return text.toString();
  }
}
