package io.servicesemantics.impl.text;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.impl.text.DocumentCutter.Piece;
import io.servicesemantics.manifest.ManifestProblem.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON values, one behind the other, into trees.
 *
 * <p>Unlike in YAML a number written with a fraction or exponent stays a Double, {@code 80.0} too:
 * the server refuses such a number where an integer belongs.
 *
 * <p>Source: {@code sigs.k8s.io/json}, and the JSON half of apimachinery's YAMLOrJSONDecoder.
 */
final class JsonReader {
  // Names are not shared between documents: the table for that would refuse names chosen to
  // collide. Lengths and depth are bounded by our own limits.
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final JsonParser parser;
  private final TextLimits limits;
  private final NodeBudget nodes;
  private final int linesBefore;
  private final List<OpenNode> open = new ArrayList<>();

  private Problems problems;
  private long start;
  private @Nullable Object root;
  private boolean failed;
  private boolean syntax;

  private JsonReader(
      JsonParser parser, Piece piece, TextLimits limits, NodeBudget nodes, Problems problems) {
    this.parser = parser;
    this.nodes = nodes;
    this.limits = limits;
    this.linesBefore = piece.line() - 1;
    this.start = Place.of(piece.contentLine(), 1);
    this.problems = problems;
  }

  /** What a piece of text gave as JSON. */
  record Result(List<TextDocument> documents, boolean isJson) {}

  /**
   * Reads every value of a piece.
   *
   * @param firstIndex the index of the first document
   * @return the documents; the last one may be broken. Not JSON where already the first has faulty
   *     syntax
   */
  static Result read(
      String text,
      Piece piece,
      TextLimits limits,
      NodeBudget nodes,
      String source,
      int firstIndex) {
    List<TextDocument> documents = new ArrayList<>();
    try (JsonParser parser = JSON.createParser(text.substring(piece.start(), piece.end()))) {
      Problems problems = new Problems(source, firstIndex);
      JsonReader reader = new JsonReader(parser, piece, limits, nodes, problems);
      while (firstIndex + documents.size() <= limits.maxDocuments() + 1 && reader.readOne()) {
        if (reader.root != null) {
          documents.add(reader.problems.read(reader.root, reader.start, true));
        }
        reader.problems = new Problems(source, firstIndex + documents.size());
      }
      if (reader.failed) {
        documents.add(reader.problems.broken(reader.start));
      }
      return new Result(documents, !reader.syntax || documents.size() > 1);
    } catch (IOException e) {
      throw new UncheckedIOException("Text in memory cannot fail to be read", e);
    }
  }

  // whether there was a value and it could be read
  private boolean readOne() throws IOException {
    root = null;
    boolean begun = false;
    try {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (!begun) {
          start = place();
          begun = true;
        }
        accept(token);
        if (failed || open.isEmpty()) {
          return !failed;
        }
      }
      return false;
    } catch (StreamConstraintsException e) {
      fail(Kind.TOO_LARGE, placeOf(e.getLocation()), "a number of more than 1000 digits", "");
      return false;
    } catch (JacksonException e) {
      syntax = true;
      fail(
          Kind.SYNTAX,
          placeOf(e.getLocation()),
          "not JSON: " + firstSentence(e.getOriginalMessage()),
          "");
      return false;
    }
  }

  private void accept(JsonToken token) throws IOException {
    switch (token) {
      case START_OBJECT -> begin(true);
      case START_ARRAY -> begin(false);
      case END_OBJECT, END_ARRAY -> end();
      case FIELD_NAME -> {
        nodes.take(1);
        OpenNode map = open.get(open.size() - 1);
        map.key = Surrogates.paired(parser.currentName());
        map.keyPlace = place();
      }
      case VALUE_STRING -> deliver(Surrogates.paired(parser.getText()), place());
      case VALUE_NUMBER_INT -> deliver(parser.getNumberValue(), place());
      case VALUE_NUMBER_FLOAT -> fraction(parser.getDoubleValue());
      case VALUE_TRUE -> deliver(true, place());
      case VALUE_FALSE -> deliver(false, place());
      default -> deliver(null, place());
    }
  }

  private void begin(boolean isMap) {
    if (open.size() >= limits.maxDepth()) {
      failed = true;
      problems.add(
          Kind.TOO_LARGE,
          path(OpenNode.SHOWN_STEPS),
          place(),
          "more than " + limits.maxDepth() + " maps and lists inside one another",
          "");
      return;
    }
    open.add(new OpenNode(isMap, place()));
  }

  private void end() {
    OpenNode ended = open.remove(open.size() - 1);
    if (ended.map != null) {
      deliver(ended.map.build(), ended.place);
    } else if (ended.list != null) {
      deliver(ended.list.build(), ended.place);
    }
  }

  private void fraction(double number) throws IOException {
    if (Double.isInfinite(number)) {
      fail(
          Kind.UNSUPPORTED_VALUE,
          place(),
          "number " + Quoted.text(parser.getText()) + " is too large",
          "");
    } else {
      deliver(number, place());
    }
  }

  private void deliver(@Nullable Object value, long place) {
    nodes.take(1);
    if (nodes.isOverdrawn()) {
      fail(
          Kind.TOO_LARGE,
          place,
          "more than " + limits.maxNodes() + " keys and values in one text",
          "cut it into several files");
      return;
    }
    if (open.isEmpty()) {
      root = value;
      return;
    }
    OpenNode parent = open.get(open.size() - 1);
    if (parent.list != null) {
      parent.list.add(value, place);
    } else if (parent.map != null && parent.key != null) {
      put(parent.map, parent.key, parent.keyPlace, value, place);
      parent.key = null;
    }
  }

  private void put(
      LocatedMap.Builder map, String key, long keyPlace, @Nullable Object value, long place) {
    if (map.put(key, keyPlace, value, place) && problems.hasRoom()) {
      FieldPath path = path(open.size());
      problems.add(
          Kind.DUPLICATE_KEY,
          path,
          keyPlace,
          "duplicate field " + Quoted.text(path.toString()),
          "remove one of the two; the last one counts");
    }
  }

  private void fail(Kind kind, long place, String message, String hint) {
    failed = true;
    problems.add(kind, path(open.size()), place, message, hint);
  }

  private FieldPath path(int steps) {
    FieldPath path = FieldPath.root();
    for (int i = 0; i < Math.min(steps, open.size()); i++) {
      path = open.get(i).step(path);
    }
    return path;
  }

  private long place() {
    return placeOf(parser.currentTokenLocation());
  }

  private long placeOf(@Nullable JsonLocation location) {
    return location == null
        ? start
        : Place.of(linesBefore + location.getLineNr(), location.getColumnNr());
  }

  private static String firstSentence(@Nullable String message) {
    return message == null ? "" : message.lines().findFirst().orElse("");
  }
}
