package io.servicesemantics.impl.text;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.impl.text.Reading.Grammar;
import io.servicesemantics.manifest.SourceDocument;

/**
 * Reads YAML and JSON text into documents: neutral trees with places and problems.
 *
 * <p>No text makes it throw: what cannot be read is a document without a tree, whose problems say
 * why, and the documents beside it are read all the same. Time and memory grow with the length of
 * the text and no faster; {@link TextLimits} says how much is taken.
 *
 * <pre>{@code
 * for (SourceDocument document : new TextReader().read(text, "shop.yaml")) {
 *   document.tree();
 * }
 * }</pre>
 */
public final class TextReader {
  private final TextLimits limits;

  /** A reader with the standard limits. */
  public TextReader() {
    this(TextLimits.STANDARD);
  }

  /**
   * A reader with limits of its own.
   *
   * @param limits how much text it takes
   */
  public TextReader(TextLimits limits) {
    this.limits = checkNotNull(limits, "Limits are null; expected some");
  }

  /**
   * Reads text of either sort as kubectl does: a document that begins with a brace is taken as JSON
   * if it is, and as YAML if not. Documents are parted by {@code ---}, JSON values by nothing.
   *
   * @param text the text
   * @param source the name of its file, or empty text
   * @return the documents that have content, in order
   */
  public ImmutableList<SourceDocument> read(String text, String source) {
    return read(text, source, Grammar.EITHER);
  }

  /**
   * Reads bytes of either sort: UTF-8, or what a byte order mark says.
   *
   * @param bytes the bytes
   * @param source the name of their file, or empty text
   * @return the documents that have content, in order; those with bytes that are no text are broken
   */
  public ImmutableList<SourceDocument> read(byte[] bytes, String source) {
    checkNotNull(source, "Name of a source is null; expected text");
    return bytes.length > limits.maxSize()
        ? Reading.tooLarge(source, limits, "bytes")
        : new Reading(DecodedText.of(bytes), source, limits).readAll(Grammar.EITHER);
  }

  /**
   * Reads text as YAML, even where it looks like JSON: {@code 80.0} is then the integer 80.
   *
   * @param text the text
   * @param source the name of its file, or empty text
   * @return the documents that have content, in order
   */
  public ImmutableList<SourceDocument> readYaml(String text, String source) {
    return read(text, source, Grammar.YAML);
  }

  /**
   * Reads text as JSON, as the body of a request to the server is read.
   *
   * @param text the text
   * @param source the name of its file, or empty text
   * @return one document for each value, in order
   */
  public ImmutableList<SourceDocument> readJson(String text, String source) {
    return read(text, source, Grammar.JSON);
  }

  private ImmutableList<SourceDocument> read(String text, String source, Grammar grammar) {
    checkNotNull(text, "Text is null; expected some");
    checkNotNull(source, "Name of a source is null; expected text");
    return new Reading(DecodedText.of(text), source, limits).readAll(grammar);
  }
}
