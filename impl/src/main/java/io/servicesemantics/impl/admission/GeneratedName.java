package io.servicesemantics.impl.admission;

import io.servicesemantics.admission.AdmissionReason;
import io.servicesemantics.admission.FieldChange;
import io.servicesemantics.object.NamespacedName;

/**
 * Makes a name of the prefix a client asked for.
 *
 * <p>Source: {@code apiserver/pkg/storage/names/generate.go} (api 0.2.2). The server draws five
 * letters and tries eight times; here the letters are picked as a free number is, so that a name is
 * found as long as there is one.
 */
final class GeneratedName {

  private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";
  private static final int SUFFIX_LENGTH = 5;
  private static final int MAX_PREFIX_LENGTH = 63 - SUFFIX_LENGTH;
  private static final long SUFFIXES = power(LETTERS.length(), SUFFIX_LENGTH);
  private static final int DRAWS = 8;

  private GeneratedName() {}

  static boolean settle(Draft draft) {
    String asked = draft.metadata.generateName();
    if (asked.isEmpty() || !draft.metadata.name().isEmpty()) {
      return true;
    }
    String prefix =
        asked.length() > MAX_PREFIX_LENGTH ? asked.substring(0, MAX_PREFIX_LENGTH) : asked;
    String name = free(draft, prefix);
    draft.note(FieldChange.Kind.PICKED, Paths.NAME, "", name, AdmissionReason.NAME_GENERATED);
    draft.allocated.add(Paths.NAME);
    draft.metadata = draft.metadata.withName(name);
    return true;
  }

  // Drawn as the server does, and where all draws are taken, the next free one.
  private static String free(Draft draft, String prefix) {
    long place = 0;
    for (int i = 0; i < DRAWS; i++) {
      place = draft.picker.startAt(SUFFIXES, draft.nextDraw());
      String name = prefix + suffix(place);
      if (isFree(draft, name)) {
        return name;
      }
    }
    for (long step = 1; step < SUFFIXES; step++) {
      String name = prefix + suffix((place + step) % SUFFIXES);
      if (isFree(draft, name)) {
        return name;
      }
    }
    return prefix + suffix(place);
  }

  private static boolean isFree(Draft draft, String name) {
    return draft.state.service(NamespacedName.of(draft.metadata.namespace(), name)).isEmpty();
  }

  private static String suffix(long place) {
    char[] letters = new char[SUFFIX_LENGTH];
    long rest = place;
    for (int i = SUFFIX_LENGTH - 1; i >= 0; i--) {
      letters[i] = LETTERS.charAt((int) (rest % LETTERS.length()));
      rest /= LETTERS.length();
    }
    return new String(letters);
  }

  private static long power(int base, int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= base;
    }
    return power;
  }
}
