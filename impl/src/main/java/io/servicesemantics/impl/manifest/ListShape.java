package io.servicesemantics.impl.manifest;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list.
 *
 * @param <T> what its items are read into
 */
record ListShape<T>(Shape<T> item) implements Shape<ImmutableList<T>> {

  @Override
  public String goType() {
    return "[]" + item.goType();
  }

  @Override
  public String wanted() {
    return "a list";
  }

  @Override
  public @Nullable ImmutableList<T> read(Object value, Reading reading) {
    if (!(value instanceof List<?> list)) {
      reading.wrongType(this, value);
      return null;
    }
    ImmutableList.Builder<T> items = ImmutableList.builderWithExpectedSize(list.size());
    int index = 0;
    for (Object element : list) {
      reading.enterItem(index++);
      T read = element == null ? null : item.read(element, reading);
      if (element == null) {
        reading.nullValue();
      }
      // an item that cannot be read keeps its place, so that the paths of the others stay true
      items.add(read == null ? item.zero() : read);
      reading.leave();
    }
    return items.build();
  }

  @Override
  public ImmutableList<T> zero() {
    return ImmutableList.of();
  }

  @Override
  public Object write(ImmutableList<T> value) {
    List<Object> items = new ArrayList<>(value.size());
    for (T element : value) {
      items.add(item.write(element));
    }
    return items;
  }

  /**
   * Lays items over those they were, by {@link Pairing}; an item that pairs with none is written
   * anew.
   */
  @Override
  public Object lay(Object source, ImmutableList<T> before, ImmutableList<T> after) {
    if (!(source instanceof List<?> sources) || sources.size() != before.size()) {
      return write(after);
    }
    int[] pairs = Pairing.of(item, before, after);
    List<@Nullable Object> items = new ArrayList<>(after.size());
    for (int i = 0; i < pairs.length; i++) {
      int pair = pairs[i];
      Object was = pair < 0 ? null : sources.get(pair);
      if (was == null) {
        items.add(item.write(after.get(i)));
      } else if (before.get(pair).equals(after.get(i))) {
        items.add(NeutralTrees.copy(was));
      } else {
        items.add(item.lay(was, before.get(pair), after.get(i)));
      }
    }
    return items;
  }

  @Override
  public @Nullable Struct<?, ?> struct() {
    return item.struct();
  }
}
