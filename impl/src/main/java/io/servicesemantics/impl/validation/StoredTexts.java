package io.servicesemantics.impl.validation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.jspecify.annotations.Nullable;

/**
 * Texts of the stored object that are taken again as they are, though new ones like them would not
 * be.
 */
final class StoredTexts {

  static final StoredTexts NONE = new StoredTexts(ImmutableList.of());

  private static final int FEW = 8;

  private final ImmutableList<String> texts;
  private @Nullable ImmutableSet<String> set;

  private StoredTexts(ImmutableList<String> texts) {
    this.texts = texts;
  }

  static StoredTexts of(ImmutableList<String> texts) {
    return texts.isEmpty() ? NONE : new StoredTexts(texts);
  }

  boolean has(String text) {
    if (texts.size() <= FEW) {
      return texts.contains(text);
    }
    if (set == null) {
      set = ImmutableSet.copyOf(texts);
    }
    return set.contains(text);
  }
}
