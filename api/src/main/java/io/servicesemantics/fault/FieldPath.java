package io.servicesemantics.fault;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way from the top of an object to one of its fields, printed as Kubernetes prints it.
 *
 * <pre>{@code
 * FieldPath.of("spec").child("ports").index(0).child("port")   // spec.ports[0].port
 * FieldPath.of("metadata").child("labels").key("a/b")          // metadata.labels[a/b]
 * }</pre>
 *
 * <p>Source: {@code apimachinery/pkg/util/validation/field/path.go} (api 0.5).
 */
public final class FieldPath implements Serializable {

  private static final long serialVersionUID = 1;

  private static final FieldPath ROOT = new FieldPath(null, "", Step.ROOT, -1);

  private enum Step {
    ROOT,
    CHILD,
    KEY,
    INDEX
  }

  private final @Nullable FieldPath parent;
  private final String name;
  private final Step step;
  private final int index;

  private FieldPath(@Nullable FieldPath parent, String name, Step step, int index) {
    this.parent = parent;
    this.name = name;
    this.step = step;
    this.index = index;
  }

  /** {@return the object itself; prints as empty text} */
  public static FieldPath root() {
    return ROOT;
  }

  /**
   * Returns the path of a field at the top of an object.
   *
   * @param name the field's name
   * @return the path
   */
  public static FieldPath of(String name) {
    return ROOT.child(name);
  }

  /**
   * Returns the path of a field of what stands here.
   *
   * @param name the field's name
   * @return the longer path
   */
  public FieldPath child(String name) {
    checkNotNull(name, "Name of a field is null; expected text");
    return new FieldPath(this, name, Step.CHILD, -1);
  }

  /**
   * Returns the path of an item of the list that stands here.
   *
   * @param index the item's place, from 0
   * @return the longer path
   * @throws IllegalArgumentException if the index is negative
   */
  public FieldPath index(int index) {
    checkArgument(index >= 0, "Index of a list item: \"%s\"; expected 0 or more", index);
    return new FieldPath(this, "", Step.INDEX, index);
  }

  /**
   * Returns the path of an entry of the map that stands here, such as a label.
   *
   * @param key the entry's key
   * @return the longer path
   */
  public FieldPath key(String key) {
    checkNotNull(key, "Key of a map entry is null; expected text");
    return new FieldPath(this, key, Step.KEY, -1);
  }

  /** {@return whether this is the object itself} */
  public boolean isRoot() {
    return step == Step.ROOT;
  }

  /** {@return the path without its last step; empty for the object itself} */
  public Optional<FieldPath> parent() {
    return Optional.ofNullable(parent);
  }

  /** {@return the steps from the top: text for a field or map key, an Integer for a list item} */
  public ImmutableList<Object> steps() {
    ArrayDeque<Object> steps = new ArrayDeque<>();
    for (FieldPath path = this; path != null && path.step != Step.ROOT; path = path.parent) {
      steps.addFirst(path.step == Step.INDEX ? (Object) path.index : path.name);
    }
    return ImmutableList.copyOf(steps);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof FieldPath that)) {
      return false;
    }
    FieldPath mine = this;
    FieldPath yours = that;
    while (mine != yours) {
      if (mine == null
          || yours == null
          || mine.step != yours.step
          || mine.index != yours.index
          || !mine.name.equals(yours.name)) {
        return false;
      }
      mine = mine.parent;
      yours = yours.parent;
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = 1;
    for (FieldPath path = this; path != null; path = path.parent) {
      hash = 31 * hash + path.name.hashCode() + path.index;
    }
    return hash;
  }

  /** {@return the path as Kubernetes prints it; empty text for the object itself} */
  @Override
  public String toString() {
    ArrayDeque<FieldPath> paths = new ArrayDeque<>();
    for (FieldPath path = this; path != null && path.step != Step.ROOT; path = path.parent) {
      paths.addFirst(path);
    }
    StringBuilder text = new StringBuilder();
    for (FieldPath path : paths) {
      switch (path.step) {
        case INDEX -> text.append('[').append(path.index).append(']');
        case KEY -> text.append('[').append(path.name).append(']');
        default -> {
          if (text.length() > 0) {
            text.append('.');
          }
          text.append(path.name);
        }
      }
    }
    return text.toString();
  }
}
