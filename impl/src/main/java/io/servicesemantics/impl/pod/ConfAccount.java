package io.servicesemantics.impl.pod;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.cluster.Pod;
import io.servicesemantics.explain.Because;
import io.servicesemantics.pod.ResolverReason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells where the lines of a Pod's resolv.conf come from, and what is not in it. */
final class ConfAccount {

  // Of longer lines the beginning is enough to know them by.
  private static final int SHOWN = 400;

  private ConfAccount() {}

  static Because of(ConfDraft draft, Pod pod) {
    if (draft.error.isPresent()) {
      return Because.of(ResolverReason.NODE_FILE_UNREADABLE)
          .withFact("error", draft.error.get().strip());
    }
    ImmutableList.Builder<Because> causes = ImmutableList.builder();
    for (ResolverReason reason : draft.reasons) {
      causes.add(
          reason == ResolverReason.POLICY_UNKNOWN
              ? Because.of(reason).withFact("dnsPolicy", shown(pod.spec().dnsPolicy().text()))
              : Because.of(reason));
    }
    for (ConfPart part : ConfPart.values()) {
      addRuns(causes, part, draft.entries);
    }
    return new Because(
        ResolverReason.FILE_WRITTEN,
        ImmutableMap.of("pod", pod.namespacedName().toString()),
        causes.build());
  }

  // What stands together, comes from one place and has one fate is told in one line.
  private static void addRuns(
      ImmutableList.Builder<Because> causes, ConfPart part, List<ConfEntry> entries) {
    StringBuilder words = new StringBuilder();
    ConfEntry last = null;
    for (ConfEntry entry : entries) {
      if (entry.part != part) {
        continue;
      }
      if (last != null && (last.whence != entry.whence || last.leftOut != entry.leftOut)) {
        causes.add(told(last, words.toString()));
        words.setLength(0);
      }
      if (words.length() <= SHOWN) {
        words.append(words.length() == 0 ? "" : " ").append(shown(entry.text));
      }
      last = entry;
    }
    if (last != null) {
      causes.add(told(last, words.toString()));
    }
  }

  private static Because told(ConfEntry entry, String words) {
    @Nullable ResolverReason leftOut = entry.leftOut;
    Because because =
        Because.of(leftOut == null ? entry.whence : leftOut)
            .withFact(entry.part.word(), shown(words));
    return leftOut == null || leftOut == ResolverReason.NODE_NOT_USED
        ? because
        : because.withCause(Because.of(entry.whence));
  }

  private static String shown(String text) {
    return Ascii.truncate(text, SHOWN, "...");
  }
}
