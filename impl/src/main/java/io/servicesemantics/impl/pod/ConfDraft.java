package io.servicesemantics.impl.pod;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.pod.PodResolvConf;
import io.servicesemantics.pod.ResolvConf;
import io.servicesemantics.pod.ResolverReason;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A resolv.conf while it is made: every word that was thought of, with what became of it. */
final class ConfDraft {

  /** Why the lists are what they are, in the order decided. */
  final List<ResolverReason> reasons = new ArrayList<>();

  final List<ConfEntry> entries = new ArrayList<>();
  final List<String> events = new ArrayList<>();
  Optional<String> error = Optional.empty();

  void add(ConfPart part, Iterable<String> texts, ResolverReason whence) {
    for (String text : texts) {
      entries.add(new ConfEntry(part, text, whence));
    }
  }

  /** Leaves out what is there already, all of a part or none. */
  void leaveOutRepeated(ConfPart part) {
    Set<String> seen = new HashSet<>();
    for (ConfEntry entry : kept(part)) {
      if (!seen.add(entry.text)) {
        entry.leftOut = ResolverReason.THERE_ALREADY;
      }
    }
  }

  List<ConfEntry> kept(ConfPart part) {
    List<ConfEntry> kept = new ArrayList<>();
    for (ConfEntry entry : entries) {
      if (entry.part == part && entry.isKept()) {
        kept.add(entry);
      }
    }
    return kept;
  }

  ImmutableList<String> texts(ConfPart part) {
    ImmutableList.Builder<String> texts = ImmutableList.builder();
    for (ConfEntry entry : kept(part)) {
      texts.add(entry.text);
    }
    return texts.build();
  }

  PodResolvConf read() {
    return error.isPresent()
        ? new PodResolvConf(Optional.empty(), ImmutableList.of(), error)
        : new PodResolvConf(
            Optional.of(
                new ResolvConf(
                    texts(ConfPart.NAMESERVER), texts(ConfPart.SEARCH), texts(ConfPart.OPTION))),
            ImmutableList.copyOf(events),
            Optional.empty());
  }
}
