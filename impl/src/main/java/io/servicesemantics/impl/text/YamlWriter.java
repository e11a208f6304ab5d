package io.servicesemantics.impl.text;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.emitter.Emitter;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ImplicitTuple;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;

/** Writes trees through the engine's emitter, with the style of each scalar chosen here. */
final class YamlWriter {
  // no line is broken where the text has no break
  private static final DumpSettings SETTINGS =
      DumpSettings.builder()
          .setWidth(Integer.MAX_VALUE)
          .setSplitLines(false)
          .setUseUnicodeEncoding(true)
          .build();
  private static final ImplicitTuple NO_TAG = new ImplicitTuple(true, true);

  private final Emitter emitter;

  private YamlWriter(StringBuilder out) {
    this.emitter = new Emitter(SETTINGS, new EscapingOutput(out));
  }

  static String write(ImmutableList<TextWriter.Document> documents) {
    StringBuilder out = new StringBuilder();
    YamlWriter writer = new YamlWriter(out);
    writer.emitter.emit(new StreamStartEvent());
    boolean explicit = false;
    for (TextWriter.Document document : documents) {
      writer.emitter.emit(new DocumentStartEvent(explicit, Optional.empty(), Map.of()));
      writer.emit(document.tree(), 0);
      writer.emitter.emit(new DocumentEndEvent(false));
      explicit = true;
    }
    writer.emitter.emit(new StreamEndEvent());
    return out.toString();
  }

  private void emit(@Nullable Object value, int depth) {
    if (value instanceof Map<?, ?> map) {
      TextWriter.checkDepth(depth + 1);
      emitter.emit(
          new MappingStartEvent(Optional.empty(), Optional.empty(), true, style(map.isEmpty())));
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        text(TextWriter.checkKey(entry.getKey()), true);
        emit(entry.getValue(), depth + 1);
      }
      emitter.emit(new MappingEndEvent());
    } else if (value instanceof Collection<?> items) {
      TextWriter.checkDepth(depth + 1);
      emitter.emit(
          new SequenceStartEvent(Optional.empty(), Optional.empty(), true, style(items.isEmpty())));
      for (Object item : items) {
        emit(item, depth + 1);
      }
      emitter.emit(new SequenceEndEvent());
    } else {
      scalar(value);
    }
  }

  private static FlowStyle style(boolean empty) {
    return empty ? FlowStyle.FLOW : FlowStyle.BLOCK;
  }

  private void scalar(@Nullable Object value) {
    if (value instanceof CharSequence text) {
      text(Surrogates.paired(text.toString()), false);
    } else if (value instanceof Number number) {
      emitter.emit(event(WrittenNumber.of(number), ScalarStyle.PLAIN));
    } else if (value == null || value instanceof Boolean) {
      emitter.emit(event(String.valueOf(value), ScalarStyle.PLAIN));
    } else {
      throw TextWriter.notNeutral(value);
    }
  }

  private void text(String text, boolean isKey) {
    ScalarStyle style = ScalarStyle.DOUBLE_QUOTED;
    if (PlainText.isSafe(text)) {
      style = ScalarStyle.PLAIN;
    } else if (!isKey && PlainText.isBlock(text)) {
      style = ScalarStyle.LITERAL;
    }
    emitter.emit(event(text, style));
  }

  private static Event event(String text, ScalarStyle style) {
    return new ScalarEvent(Optional.empty(), Optional.empty(), NO_TAG, text, style);
  }
}
