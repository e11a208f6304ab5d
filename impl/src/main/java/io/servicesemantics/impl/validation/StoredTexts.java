package io.servicesemantics.impl.validation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.jspecify.annotations.Nullable;

/**
 * Texts of the stored object that are taken again as they are, though new ones like them would not
 * be. Looked up only where a text is at fault.
 */
final class StoredTexts {

  static final StoredTexts NONE = new StoredTexts(ImmutableList.of(), false);

  private final ImmutableList<String> texts;
  private final boolean trims;
  private @Nullable ImmutableSet<String> set;

  private StoredTexts(ImmutableList<String> texts, boolean trims) {
    this.texts = texts;
    this.trims = trims;
  }

  static StoredTexts of(ImmutableList<String> texts) {
    return texts.isEmpty() ? NONE : new StoredTexts(texts, false);
  }

  /** Returns the texts without blanks around them. */
  static StoredTexts trimmed(ImmutableList<String> texts) {
    return texts.isEmpty() ? NONE : new StoredTexts(texts, true);
  }

  boolean has(String text) {
    if (texts.isEmpty()) {
      return false;
    }
    if (set == null) {
      ImmutableSet.Builder<String> all = ImmutableSet.builder();
      for (String stored : texts) {
        all.add(trims ? SourceRangeRules.trimmed(stored) : stored);
      }
      set = all.build();
    }
    return set.contains(text);
  }
}
