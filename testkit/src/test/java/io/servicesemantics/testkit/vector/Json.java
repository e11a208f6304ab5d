package io.servicesemantics.testkit.vector;

import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Trees written as JSON in tests, with single quotes for readability. */
final class Json {
  private Json() {}

  static @Nullable Object tree(String text) {
    byte[] bytes = text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    try (JsonParser parser = JsonTrees.parser(new ByteArrayInputStream(bytes))) {
      parser.nextToken();
      return JsonTrees.read(parser);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
