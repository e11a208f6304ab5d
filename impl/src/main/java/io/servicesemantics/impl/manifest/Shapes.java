package io.servicesemantics.impl.manifest;

import com.google.common.collect.ImmutableMap;
import io.servicesemantics.impl.text.TextReader;
import io.servicesemantics.impl.text.TextWriter;
import io.servicesemantics.manifest.SourceDocument;
import io.servicesemantics.service.TargetPort;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The types without fields: text, numbers, booleans, times, maps of text. */
final class Shapes {

  static final Shape<String> TEXT = new Text();

  static final Shape<Boolean> BOOL = new Bool();

  static final Shape<Integer> INT32 = new Int32();

  static final Shape<Long> INT64 = new Int64();

  /** A time as {@code metav1.Time} has it: RFC 3339, written in UTC. */
  static final Shape<Instant> TIME = new Time();

  /** A port by number or name; {@code 0} and empty text are values too. */
  static final Shape<TargetPort> INT_OR_STRING = new IntOrString();

  /** Labels and the like. */
  static final Shape<ImmutableMap<String, String>> TEXT_MAP = new TextMap();

  /** Amounts of resources, by resource; numbers are kept as the text they print. */
  static final Shape<ImmutableMap<String, String>> QUANTITIES = new QuantityMap();

  /** Anything at all: what the server checks and this library leaves alone. */
  static final Shape<Object> UNREAD = new Unread();

  /** Anything at all, held as the JSON text of it. */
  static final Shape<String> JSON = new Json();

  private Shapes() {}

  private static final class Text extends Plain<String> {
    Text() {
      super("string", "text", "");
    }

    @Override
    public @Nullable String read(Object value, Reading reading) {
      if (value instanceof String text) {
        return text;
      }
      reading.wrongType(this, value);
      return null;
    }
  }

  private static final class Bool extends Plain<Boolean> {
    Bool() {
      super("bool", "true or false", false);
    }

    @Override
    public @Nullable Boolean read(Object value, Reading reading) {
      if (value instanceof Boolean bool) {
        return bool;
      }
      reading.wrongType(this, value);
      return null;
    }
  }

  private static final class Int32 extends Plain<Integer> {
    Int32() {
      super("int32", "a number", 0);
    }

    @Override
    public @Nullable Integer read(Object value, Reading reading) {
      if (value instanceof Integer number) {
        return number;
      }
      Long number = Numbers.read(this, value, reading);
      if (number == null) {
        return null;
      }
      if (number != number.intValue()) {
        reading.outOfRange(this, value);
        return null;
      }
      return number.intValue();
    }
  }

  private static final class Int64 extends Plain<Long> {
    Int64() {
      super("int64", "a number", 0L);
    }

    @Override
    public @Nullable Long read(Object value, Reading reading) {
      return Numbers.read(this, value, reading);
    }
  }

  private static final class Time extends Plain<Instant> {
    Time() {
      super("string", "a time", Instant.EPOCH);
    }

    @Override
    public @Nullable Instant read(Object value, Reading reading) {
      if (!(value instanceof String text)) {
        reading.wrongType(this, value);
        return null;
      }
      GoTime time = GoTime.parse(text);
      if (time.instant() == null) {
        reading.unreadable(
            "a time that cannot be read", "write it as 2006-01-02T15:04:05Z", time.error());
      }
      return time.instant();
    }

    @Override
    public Object write(Instant value) {
      return GoTime.print(value);
    }
  }

  private static final class IntOrString extends Plain<TargetPort> {
    IntOrString() {
      super("int32", "a port number or a name", TargetPort.of(0));
    }

    @Override
    public @Nullable TargetPort read(Object value, Reading reading) {
      if (value instanceof String name) {
        return TargetPort.of(name);
      }
      Integer number = null;
      if (value instanceof Number) {
        number = INT32.read(value, reading);
      } else {
        reading.wrongType(this, value);
      }
      return number == null ? null : TargetPort.of(number);
    }

    @Override
    public Object write(TargetPort value) {
      return value.isName() ? value.toString() : (Object) value.number().getAsInt();
    }
  }

  private static final class TextMap extends MapShape {
    TextMap() {
      super("map[string]string", "");
    }

    @Override
    @Nullable String readEntry(Object value, Reading reading) {
      return TEXT.read(value, reading);
    }
  }

  private static final class QuantityMap extends MapShape {
    QuantityMap() {
      super("v1.ResourceList", "0");
    }

    @Override
    @Nullable String readEntry(Object value, Reading reading) {
      return Quantities.read(value, reading);
    }
  }

  private static final class Unread extends Plain<Object> {
    Unread() {
      super("interface {}", "anything", "");
    }

    @Override
    public Object read(Object value, Reading reading) {
      return value;
    }
  }

  /** Anything at all, kept as JSON text. */
  private static final class Json extends Plain<String> {
    Json() {
      super("v1.FieldsV1", "a map", "");
    }

    @Override
    public String read(Object value, Reading reading) {
      return new TextWriter().toJson(value);
    }

    @Override
    public Object write(String value) {
      return new TextReader()
          .readJson(value, "").stream()
              .findFirst()
              .flatMap(SourceDocument::tree)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "Text of a field: \"" + value + "\"; expected JSON of one value"));
    }
  }

  /** A type that is written as it is held. */
  private abstract static class Plain<T> implements Shape<T> {
    private final String goType;
    private final String wanted;
    private final T zero;

    Plain(String goType, String wanted, T zero) {
      this.goType = goType;
      this.wanted = wanted;
      this.zero = zero;
    }

    @Override
    public final String goType() {
      return goType;
    }

    @Override
    public final String wanted() {
      return wanted;
    }

    @Override
    public final T zero() {
      return zero;
    }

    @Override
    public Object write(T value) {
      return value;
    }
  }

  /** A map with values that are held as text. */
  private abstract static class MapShape extends Plain<ImmutableMap<String, String>> {
    private final String zeroEntry;

    MapShape(String goType, String zeroEntry) {
      super(goType, "a map", ImmutableMap.of());
      this.zeroEntry = zeroEntry;
    }

    abstract @Nullable String readEntry(Object value, Reading reading);

    @Override
    public @Nullable ImmutableMap<String, String> read(Object value, Reading reading) {
      if (!(value instanceof Map<?, ?> map)) {
        reading.wrongType(this, value);
        return null;
      }
      ImmutableMap.Builder<String, String> entries =
          ImmutableMap.builderWithExpectedSize(map.size());
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        String key = String.valueOf(entry.getKey());
        reading.enterKey(key);
        Object item = entry.getValue();
        if (item == null) {
          reading.nullValue();
          entries.put(key, zeroEntry);
        } else {
          String read = readEntry(item, reading);
          if (read != null) {
            entries.put(key, read);
          }
        }
        reading.leave();
      }
      return entries.buildKeepingLast();
    }

    @Override
    public Object write(ImmutableMap<String, String> value) {
      return new LinkedHashMap<String, @Nullable Object>(value);
    }

    @Override
    public Object lay(
        Object source, ImmutableMap<String, String> before, ImmutableMap<String, String> after) {
      LinkedHashMap<String, @Nullable Object> tree = new LinkedHashMap<>();
      if (source instanceof Map<?, ?> map) {
        NeutralTrees.copyInto(map, tree);
      }
      for (Map.Entry<String, String> entry : before.entrySet()) {
        if (!after.containsKey(entry.getKey())) {
          tree.remove(entry.getKey());
        }
      }
      for (Map.Entry<String, String> entry : after.entrySet()) {
        if (!entry.getValue().equals(before.get(entry.getKey()))) {
          tree.put(entry.getKey(), entry.getValue());
        }
      }
      return tree;
    }
  }
}
