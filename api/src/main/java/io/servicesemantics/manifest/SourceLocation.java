package io.servicesemantics.manifest;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import java.io.Serializable;

/**
 * A place in a text: file, document, line and column; prints as {@code shop.yaml:7:5}.
 *
 * @param source the file's name, below the folder read if one was; empty where the text has none
 * @param document which document of the text, from 1
 * @param line the line within the whole text, from 1; 0 where there is no text, only a tree
 * @param column the column within the line, from 1, in code points; 0 where it is not known
 */
public record SourceLocation(String source, int document, int line, int column)
    implements Serializable {

  private static final long serialVersionUID = 1;

  /** Checks that the document is counted from 1 and that line and column are not negative. */
  public SourceLocation {
    checkNotNull(source, "Name of a source is null; expected text");
    checkArgument(document >= 1, "Document: \"%s\"; expected 1 or more", document);
    checkArgument(line >= 0, "Line: \"%s\"; expected 0 or more", line);
    checkArgument(column >= 0, "Column: \"%s\"; expected 0 or more", column);
  }

  /** {@return the place without its column, as {@code shop.yaml:7} or {@code line 7}} */
  public String toLineText() {
    if (line == 0) {
      return source.isEmpty() ? "document " + document : source + ", document " + document;
    }
    return source.isEmpty() ? "line " + line : source + ":" + line;
  }

  /** {@return the place as {@code shop.yaml:7:5}, or {@code line 7:5} where no file has a name} */
  @Override
  public String toString() {
    return column == 0 ? toLineText() : toLineText() + ":" + column;
  }
}
