package io.servicesemantics.testkit.vector;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON text into neutral trees, one value after another. */
final class JsonTrees {
  // nesting is bounded because a value is read by recursion
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(1_000)
                  .maxNumberLength(100_000)
                  .maxStringLength(100_000_000)
                  .build())
          .build();

  private JsonTrees() {}

  static JsonParser parser(InputStream in) throws IOException {
    return JSON.createParser(in);
  }

  /** The value that starts at the parser's current token; afterwards that is its last token. */
  static @Nullable Object read(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT -> readObject(parser);
      case START_ARRAY -> readArray(parser);
      case VALUE_STRING -> parser.getText();
      case VALUE_NUMBER_INT -> parser.getNumberValue();
      case VALUE_NUMBER_FLOAT -> readFraction(parser);
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> null;
      default -> throw new JsonParseException(parser, "a value expected, not " + token);
    };
  }

  /** The tree as JSON text, its keys in their order and its fractions with their point. */
  static String write(@Nullable Object tree) {
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = JSON.createGenerator(text)) {
      write(generator, tree);
    } catch (IOException e) {
      throw new UncheckedIOException("Text in memory cannot fail to be written", e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator out, @Nullable Object tree) throws IOException {
    if (tree instanceof Map<?, ?> map) {
      out.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.writeFieldName(String.valueOf(entry.getKey()));
        write(out, entry.getValue());
      }
      out.writeEndObject();
    } else if (tree instanceof List<?> list) {
      out.writeStartArray();
      for (Object element : list) {
        write(out, element);
      }
      out.writeEndArray();
    } else if (tree instanceof Number || tree instanceof Boolean) {
      out.writeRawValue(tree.toString());
    } else if (tree == null) {
      out.writeNull();
    } else {
      out.writeString(tree.toString());
    }
  }

  private static Map<String, @Nullable Object> readObject(JsonParser parser) throws IOException {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      map.put(key, read(parser));
    }
    return Collections.unmodifiableMap(map);
  }

  private static List<@Nullable Object> readArray(JsonParser parser) throws IOException {
    List<@Nullable Object> list = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      list.add(read(parser));
    }
    return Collections.unmodifiableList(list);
  }

  private static Number readFraction(JsonParser parser) throws IOException {
    double number = parser.getDoubleValue();
    return Double.isInfinite(number) ? new BigDecimal(parser.getText()) : (Number) number;
  }
}
