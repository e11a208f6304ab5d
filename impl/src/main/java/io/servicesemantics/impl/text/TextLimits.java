package io.servicesemantics.impl.text;

import static com.google.common.base.Preconditions.checkArgument;

/**
 * How much text is read before it is refused, so that no text costs more than its length.
 *
 * @param maxSize characters (or bytes, where bytes are given) in one text
 * @param maxLineLength characters in one line of YAML, since the scanner's time grows with the
 *     square of a line
 * @param maxDepth maps and lists inside one another; Kubernetes allows 10,000
 * @param maxFlowDepth those of YAML written in brackets and braces, since the scanner's time for
 *     each token grows with them
 * @param maxNodes keys and values in one text, each alias counted as what it stands for
 * @param maxDocuments documents in one text
 */
public record TextLimits(
    int maxSize,
    int maxLineLength,
    int maxDepth,
    int maxFlowDepth,
    int maxNodes,
    int maxDocuments) {

  /**
   * 32 MiB of text, 262,144 characters a line, 1,000 levels, 100 of them in brackets, 3,000,000
   * keys and values, 100,000 documents.
   */
  public static final TextLimits STANDARD =
      new TextLimits(32 << 20, 262_144, 1_000, 100, 3_000_000, 100_000);

  /** Checks that every limit lets something through. */
  public TextLimits {
    checkArgument(maxSize > 0, "Maximal size: \"%s\"; expected 1 or more", maxSize);
    checkArgument(maxLineLength > 0, "Maximal line: \"%s\"; expected 1 or more", maxLineLength);
    checkArgument(maxDepth > 0, "Maximal depth: \"%s\"; expected 1 or more", maxDepth);
    checkArgument(maxFlowDepth > 0, "Maximal brackets: \"%s\"; expected 1 or more", maxFlowDepth);
    checkArgument(maxNodes > 0, "Maximal nodes: \"%s\"; expected 1 or more", maxNodes);
    checkArgument(maxDocuments > 0, "Maximal documents: \"%s\"; expected 1 or more", maxDocuments);
  }
}
