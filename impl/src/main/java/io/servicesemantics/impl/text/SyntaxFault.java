package io.servicesemantics.impl.text;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlVersionException;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * What the YAML scanner could not read, in words for who wrote the text.
 *
 * @param line the line within the piece, from 0; -1 where the scanner does not say
 * @param column the column, from 0
 * @param key the key on the same line whose value it is; empty where there is none
 * @param message what is wrong
 * @param hint how to cure it; may be empty
 */
record SyntaxFault(int line, int column, String key, String message, String hint) {

  boolean hasPlace() {
    return line >= 0;
  }

  /** What was thrown while a text was scanned. */
  static SyntaxFault of(RuntimeException thrown, String text) {
    if (thrown instanceof MarkedYamlEngineException marked) {
      Optional<Mark> mark = marked.getProblemMark().or(marked::getContextMark);
      int line = mark.map(Mark::getLine).orElse(-1);
      int column = mark.map(Mark::getColumn).orElse(0);
      String problem = firstLine(marked.getProblem());
      return ofMarked(line, column, problem, firstLine(marked.getContext()), text);
    }
    if (thrown instanceof ReaderException character) {
      return ofCharacter(character.getCodePoint(), text);
    }
    if (thrown instanceof YamlVersionException) {
      return new SyntaxFault(-1, 0, "", "a version of YAML other than 1", "remove the %YAML line");
    }
    return new SyntaxFault(-1, 0, "", "an escape in double quotes that names no character", "");
  }

  private static SyntaxFault ofMarked(
      int line, int column, String problem, String context, String text) {
    SourceLine source = SourceLine.of(text, line, column);
    if (problem.startsWith("mapping values are not allowed")) {
      String value = source.valueBefore();
      return source.key().isEmpty()
          ? at(
              line,
              column,
              "this line is indented deeper than the one before, which has a value already",
              "indent it like its neighbours, or remove the value before it")
          : new SyntaxFault(
              line,
              column,
              source.key(),
              "value " + Quoted.text(value) + " contains \": \"",
              "put the value in quotes");
    }
    if (problem.contains("(TAB)")) {
      return at(line, column, "a tab where indentation belongs", "indent with spaces");
    }
    if (problem.contains("that cannot start any token")) {
      return at(line, column, "no value can begin with this character", "put the value in quotes");
    }
    if (problem.startsWith("could not find expected ':'")) {
      return at(
          line,
          column,
          "the line before is neither \"key: value\" nor part of a text",
          "add its colon, or mend its indentation");
    }
    if (problem.contains("unexpected end of stream") || problem.contains("document separator")) {
      return at(line, column, "a quote that is never closed", "close it");
    }
    if (context.contains("block mapping") || context.contains("block collection")) {
      return source.isIndentation()
          ? at(
              line,
              column,
              "the indentation of this line fits none of the lines before",
              "indent it like its neighbours")
          : at(
              line,
              column,
              "text behind a closing quote or bracket",
              "put the whole value in quotes; a ' inside of '...' is written ''");
    }
    return inBrackets(line, column, problem);
  }

  private static SyntaxFault inBrackets(int line, int column, String problem) {
    if (problem.contains("but found '<stream end>'") || problem.contains("but got <stream end>")) {
      return at(line, column, "a bracket or brace that is never closed", "close it");
    }
    if (problem.startsWith("expected ',' or")) {
      return at(
          line,
          column,
          problem.contains("']'")
              ? "a comma or the closing bracket of a list is missing"
              : "a comma or the closing brace of a map is missing",
          "put a value that contains brackets, braces or commas in quotes");
    }
    if (problem.startsWith("expected the node content")) {
      return at(
          line,
          column,
          "a value is missing before" + problem.substring(problem.lastIndexOf(' ')),
          "put text that begins with such a character in quotes");
    }
    if (problem.startsWith("sequence entries are not allowed")) {
      return at(
          line, column, "\"- \" where no list can begin", "begin the list on a line of its own");
    }
    if (problem.startsWith("mapping keys are not allowed")) {
      return at(line, column, "\"? \" where no key can begin", "put the value in quotes");
    }
    return at(line, column, problem.isEmpty() ? "not YAML from here on" : problem, "");
  }

  private static SyntaxFault at(int line, int column, String message, String hint) {
    return new SyntaxFault(line, column, "", message, hint);
  }

  private static SyntaxFault ofCharacter(int codePoint, String text) {
    int line = 0;
    int lineStart = 0;
    int at = 0;
    while (at < text.length()) {
      int next = text.codePointAt(at);
      if (!StreamReader.isPrintable(next)) {
        break;
      }
      at += Character.charCount(next);
      if (next == '\n') {
        line++;
        lineStart = at;
      }
    }
    String name = String.format("U+%04X", codePoint);
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE
        ? at(line, at - lineStart, "half of a character, " + name, "remove it")
        : at(
            line,
            at - lineStart,
            "control character " + name,
            String.format("remove it, or write it as \\u%04X in double quotes", codePoint));
  }

  private static String firstLine(@Nullable String text) {
    return text == null ? "" : text.lines().findFirst().orElse("");
  }
}
