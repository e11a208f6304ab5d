package io.servicesemantics.impl.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes trees as JSON. */
final class JsonWriter {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamWriteConstraints(
              StreamWriteConstraints.builder().maxNestingDepth(TextWriter.MAX_DEPTH + 1).build())
          .build();

  private JsonWriter() {}

  static String write(@Nullable Object tree, boolean pretty) {
    StringWriter out = new StringWriter();
    try (JsonGenerator generator = JSON.createGenerator(out)) {
      if (pretty) {
        generator.setPrettyPrinter(printer());
      }
      write(generator, tree, 0);
    } catch (IOException e) {
      throw new UncheckedIOException("Text in memory cannot fail to be written", e);
    }
    return out.toString();
  }

  private static DefaultPrettyPrinter printer() {
    DefaultIndenter twoBlanks = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""));
    printer.indentObjectsWith(twoBlanks);
    printer.indentArraysWith(twoBlanks);
    return printer;
  }

  private static void write(JsonGenerator generator, @Nullable Object value, int depth)
      throws IOException {
    if (value instanceof Map<?, ?> map) {
      TextWriter.checkDepth(depth + 1);
      generator.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        generator.writeFieldName(TextWriter.checkKey(entry.getKey()));
        write(generator, entry.getValue(), depth + 1);
      }
      generator.writeEndObject();
    } else if (value instanceof Collection<?> items) {
      TextWriter.checkDepth(depth + 1);
      generator.writeStartArray();
      for (Object item : items) {
        write(generator, item, depth + 1);
      }
      generator.writeEndArray();
    } else if (value instanceof CharSequence text) {
      generator.writeString(Surrogates.paired(text.toString()));
    } else if (value instanceof Number number) {
      generator.writeNumber(WrittenNumber.of(number));
    } else if (value instanceof Boolean truth) {
      generator.writeBoolean(truth);
    } else if (value == null) {
      generator.writeNull();
    } else {
      throw TextWriter.notNeutral(value);
    }
  }
}
