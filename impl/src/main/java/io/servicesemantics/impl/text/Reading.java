package io.servicesemantics.impl.text;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.impl.text.DocumentCutter.Piece;
import io.servicesemantics.manifest.ManifestProblem.Kind;
import io.servicesemantics.manifest.SourceDocument;
import java.util.ArrayList;
import java.util.List;

/** One text on its way to documents: decides which grammar reads which piece. */
final class Reading {
  // some tenths of a second of the scanner's time
  private static final long MAX_BRACKET_COST = 5_000_000;

  private final String text;
  private final String source;
  private final TextLimits limits;
  private final NodeBudget nodes;
  private final int[] faults;
  private final List<TextDocument> documents = new ArrayList<>();
  private int nextFault;
  private long bracketCost;

  Reading(DecodedText decoded, String source, TextLimits limits) {
    this.text = decoded.text();
    this.faults = decoded.faults();
    this.source = source;
    this.limits = limits;
    this.nodes = new NodeBudget(limits.maxNodes());
  }

  /** What a text is read as. */
  enum Grammar {
    EITHER,
    YAML,
    JSON
  }

  ImmutableList<SourceDocument> readAll(Grammar grammar) {
    if (text.length() > limits.maxSize()) {
      return tooLarge(source, limits, "characters");
    }
    List<Piece> pieces =
        grammar == Grammar.JSON ? DocumentCutter.whole(text) : DocumentCutter.cut(text);
    for (Piece piece : pieces) {
      read(piece, grammar);
      if (documents.size() > limits.maxDocuments()) {
        refuseTheRest();
        break;
      }
      if (nodes.isOverdrawn()) {
        break;
      }
    }
    return ImmutableList.copyOf(documents);
  }

  static ImmutableList<SourceDocument> tooLarge(String source, TextLimits limits, String unit) {
    Problems problems = new Problems(source, 1);
    problems.add(
        Kind.TOO_LARGE,
        FieldPath.root(),
        Place.of(1, 1),
        "more than " + limits.maxSize() + " " + unit + " of text",
        "cut it into several files");
    return ImmutableList.of(problems.broken(Place.of(1, 1)));
  }

  private void read(Piece piece, Grammar grammar) {
    int fault = faultIn(piece);
    if (fault >= 0) {
      refuse(Kind.SYNTAX, fault, "bytes that are no UTF-8 text", "save the file as UTF-8");
    } else if (grammar == Grammar.JSON) {
      documents.addAll(readJson(piece).documents());
    } else if (grammar == Grammar.EITHER && text.charAt(piece.contentStart()) == '{') {
      readBraced(piece);
    } else {
      readYaml(piece);
    }
  }

  private JsonReader.Result readJson(Piece piece) {
    return JsonReader.read(text, piece, limits, nodes, source, documents.size() + 1);
  }

  // JSON if it is; YAML if it is that instead; what it looks like more where it is neither
  private void readBraced(Piece piece) {
    JsonReader.Result json = readJson(piece);
    if (json.isJson()) {
      documents.addAll(json.documents());
      return;
    }
    int before = documents.size();
    readYaml(piece);
    boolean neither =
        documents.size() > before && documents.get(before).tree().isEmpty() && looksLikeJson(piece);
    if (neither) {
      documents.subList(before, documents.size()).clear();
      documents.addAll(json.documents());
    }
  }

  private void readYaml(Piece piece) {
    if (piece.longestLine() > limits.maxLineLength()) {
      refuse(
          Kind.TOO_LARGE,
          piece.longestLineNumber(),
          "a line of more than " + limits.maxLineLength() + " characters",
          "break it");
      return;
    }
    bracketCost += Brackets.cost(text, piece);
    if (bracketCost > MAX_BRACKET_COST) {
      refuse(
          Kind.TOO_LARGE,
          piece.contentLine(),
          "too many brackets inside one another in one text",
          "");
      return;
    }
    Problems problems = new Problems(source, documents.size() + 1);
    TextDocument document = YamlReader.read(text, piece, limits, nodes, problems);
    if (document != null) {
      documents.add(document);
    }
  }

  private boolean looksLikeJson(Piece piece) {
    int at = piece.contentStart() + 1;
    while (at < piece.end() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < piece.end() && text.charAt(at) == '"';
  }

  private void refuse(Kind kind, int line, String message, String hint) {
    Problems problems = new Problems(source, documents.size() + 1);
    problems.add(kind, FieldPath.root(), Place.of(line, 1), message, hint);
    documents.add(problems.broken(Place.of(line, 1)));
  }

  private void refuseTheRest() {
    int line = documents.get(limits.maxDocuments()).start().line();
    documents.subList(limits.maxDocuments(), documents.size()).clear();
    refuse(
        Kind.TOO_LARGE,
        line,
        "more than " + limits.maxDocuments() + " documents in one text",
        "cut it into several files");
  }

  // the line of the first byte in a piece that is no text; -1 where all are
  private int faultIn(Piece piece) {
    while (nextFault < faults.length && faults[nextFault] < piece.start()) {
      nextFault++;
    }
    if (nextFault == faults.length || faults[nextFault] >= piece.end()) {
      return -1;
    }
    int line = piece.line();
    for (int i = piece.start(); i < faults[nextFault]; i++) {
      if (text.charAt(i) == '\n') {
        line++;
      }
    }
    return line;
  }
}
