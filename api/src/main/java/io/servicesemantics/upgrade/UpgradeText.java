package io.servicesemantics.upgrade;

import com.google.common.collect.ImmutableList;

/** Puts what changes with the release into lines. */
final class UpgradeText {

  private UpgradeText() {}

  static String of(UpgradeReport report) {
    StringBuilder text = new StringBuilder("From Kubernetes ");
    text.append(report.from()).append(" to ").append(report.to()).append('\n');
    report.notes().forEach(note -> text.append("  ! ").append(note).append('\n'));
    for (ServiceUpgrade service : report.services()) {
      text.append("  Service ").append(service.service());
      service.location().ifPresent(at -> text.append(" (").append(at.toLineText()).append(')'));
      text.append('\n');
      changes(service.changes(), text);
    }
    int rest = report.asked() - report.services().size();
    if (rest > 0 || report.services().isEmpty()) {
      text.append("  Nothing changes for ").append(report.services().isEmpty() ? "" : "the other ");
      text.append(rest).append(rest == 1 ? " Service.\n" : " Services.\n");
    }
    return text.toString();
  }

  // What follows from the same with the same advice is told once behind all of it.
  private static void changes(ImmutableList<UpgradeChange> changes, StringBuilder text) {
    for (int i = 0; i < changes.size(); i++) {
      UpgradeChange change = changes.get(i);
      text.append(change.kind().isNote() ? "    note: " : "    ! ").append(change.kind().words());
      text.append(", ").append(change.where()).append('\n');
      told(change, text);
      UpgradeChange next = i + 1 < changes.size() ? changes.get(i + 1) : null;
      if (next == null
          || !next.causes().equals(change.causes())
          || !next.advice().equals(change.advice())) {
        because(change, text);
      }
    }
  }

  private static void told(UpgradeChange change, StringBuilder text) {
    if (change.kind() == UpgradeChangeKind.ROUTED_OTHERWISE
        || change.kind() == UpgradeChangeKind.HINTED_OTHERWISE) {
      line("", change.before() + " -> " + change.after(), text);
      return;
    }
    line("before: ", change.before(), text);
    line("after:  ", change.after(), text);
  }

  private static void because(UpgradeChange change, StringBuilder text) {
    change.causes().forEach(cause -> line("", cause.toString(), text));
    line("Do: ", change.advice(), text);
  }

  private static void line(String lead, String said, StringBuilder text) {
    if (!said.isEmpty()) {
      text.append("      ").append(lead).append(said.replace("\n", "\n        ")).append('\n');
    }
  }
}
