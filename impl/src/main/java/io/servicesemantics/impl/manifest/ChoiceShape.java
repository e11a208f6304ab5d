package io.servicesemantics.impl.manifest;

import io.servicesemantics.object.Choice;
import io.servicesemantics.object.WireName;
import org.jspecify.annotations.Nullable;

/** Text that should be one of a few names; other text is read too. */
record ChoiceShape<E extends Enum<E> & WireName>(String goType, Class<E> names)
    implements Shape<Choice<E>> {

  @Override
  public String wanted() {
    return "text";
  }

  @Override
  public @Nullable Choice<E> read(Object value, Reading reading) {
    if (value instanceof String text) {
      return Choice.parse(names, text);
    }
    reading.wrongType(this, value);
    return null;
  }

  @Override
  public Choice<E> zero() {
    return Choice.parse(names, "");
  }

  @Override
  public Object write(Choice<E> value) {
    return value.text();
  }
}
