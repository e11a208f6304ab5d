package io.servicesemantics.impl.manifest;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.fault.QuotedText;
import io.servicesemantics.impl.manifest.Fault.Weight;
import io.servicesemantics.manifest.ManifestProblem.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way through one object: where reading is, and the faults met so far.
 *
 * <p>Steps are only noted; a path is built when there is a fault.
 */
final class Reading {

  /** As many faults as the server's decoder keeps. */
  private static final int MOST_FAULTS = 100;

  private final Origin origin;
  private final KnownFields known;
  private final List<Fault> faults = new ArrayList<>();

  // of each step: the Field with its struct, the key of a map as text, or the number of an item
  private @Nullable Object[] steps = new @Nullable Object[16];
  private @Nullable Object[] structs = new @Nullable Object[16];
  private int[] items = new int[16];
  private int depth;

  /**
   * Begins at the top of an object.
   *
   * @param origin what the tree was read from
   * @param known the fields that the release knows
   */
  Reading(Origin origin, KnownFields known) {
    this.origin = origin;
    this.known = known;
  }

  /** {@return whether the release knows a field of the tables} */
  boolean knows(Struct<?, ?> struct, String field) {
    return !known.lack(struct, field);
  }

  /** {@return whether the tree was read from text, so that its numbers are as written} */
  boolean isText() {
    return origin != Origin.TREE;
  }

  ImmutableList<Fault> faults() {
    return ImmutableList.copyOf(faults);
  }

  void enter(Struct<?, ?> struct, Field<?, ?, ?> field) {
    push(field, struct, 0);
  }

  void enterKey(String key) {
    push(key, null, 0);
  }

  void enterItem(int index) {
    push(null, null, index);
  }

  void leave() {
    depth--;
  }

  private void push(@Nullable Object step, @Nullable Struct<?, ?> struct, int item) {
    if (depth == steps.length) {
      steps = Arrays.copyOf(steps, 2 * depth);
      structs = Arrays.copyOf(structs, 2 * depth);
      items = Arrays.copyOf(items, 2 * depth);
    }
    steps[depth] = step;
    structs[depth] = struct;
    items[depth++] = item;
  }

  /** Tells of a value of the wrong type. */
  void wrongType(Shape<?> shape, Object value) {
    if (isFull()) {
      return;
    }
    add(
        Kind.WRONG_TYPE,
        Weight.REFUSES,
        NeutralTrees.describe(value) + " where " + shape.wanted() + " belongs",
        TypeHints.cure(shape, value),
        cannotUnmarshal(NeutralTrees.jsonType(value), shape));
  }

  /** Tells of a number too large or too small. */
  void outOfRange(Shape<?> shape, Object value) {
    if (isFull()) {
      return;
    }
    add(
        Kind.OUT_OF_RANGE,
        Weight.REFUSES,
        "number " + Numbers.print(value) + " does not fit into " + shape.goType(),
        shape.goType().equals("int32") ? "the largest is 2147483647" : "",
        cannotUnmarshal("number " + Numbers.print(value), shape));
  }

  /** Tells of a number with a fraction, or one that is written with one. */
  void fraction(Shape<?> shape, Object value) {
    if (isFull()) {
      return;
    }
    add(
        Kind.FRACTION,
        Weight.REFUSES,
        "number " + Numbers.print(value) + " where a whole number belongs",
        "write it without a fraction",
        cannotUnmarshal("number " + Numbers.print(value), shape));
  }

  /** Tells of a value that a type with a reader of its own does not take. */
  void unreadable(String message, String hint, String words) {
    if (!isFull()) {
      add(Kind.BAD_VALUE, Weight.ENDS, message, hint, words);
    }
  }

  /** Tells of a null that stands where the server takes an empty value. */
  void nullValue() {
    if (!isFull()) {
      add(
          Kind.NULL_ELEMENT,
          Weight.TAKEN,
          "no value, which counts as an empty one",
          "remove it, or give a value",
          "");
    }
  }

  /** Tells of a field that the struct read now does not have. */
  void unknownField(Struct<?, ?> struct, String name) {
    if (isFull()) {
      return;
    }
    FieldPath path = path().child(name);
    faults.add(
        new Fault(
            Kind.UNKNOWN_FIELD,
            Weight.STRICT,
            path,
            false,
            "unknown field",
            FieldHints.cure(this, struct, name),
            "unknown field " + QuotedText.of(path.toString())));
  }

  private boolean isFull() {
    return faults.size() >= MOST_FAULTS;
  }

  private void add(Kind kind, Weight weight, String message, String hint, String words) {
    faults.add(new Fault(kind, weight, path(), true, message, hint, words));
  }

  // Go's error has the struct around the field, and field names alone: no items, no keys
  private String cannotUnmarshal(String what, Shape<?> shape) {
    StringBuilder fields = new StringBuilder();
    String struct = "";
    for (int i = 0; i < depth; i++) {
      Struct<?, ?> around = structAt(i);
      if (around != null && steps[i] instanceof Field<?, ?, ?> field) {
        struct = around.name();
        fields.append('.').append(field.name());
      }
    }
    String into = fields.length() == 0 ? "value" : "struct field " + struct + fields;
    return "json: cannot unmarshal " + what + " into Go " + into + " of type " + shape.goType();
  }

  /** {@return the path of what is read now} */
  FieldPath path() {
    FieldPath path = FieldPath.root();
    for (int i = 0; i < depth; i++) {
      path = step(path, i);
    }
    return path;
  }

  /** {@return how many steps were taken from the top} */
  int depth() {
    return depth;
  }

  /** {@return the struct in which the step of this number was a field; null if it was none} */
  @Nullable Struct<?, ?> structAt(int step) {
    return structs[step] instanceof Struct<?, ?> struct ? struct : null;
  }

  /** {@return the path before the step of this number} */
  FieldPath pathTo(int step) {
    FieldPath path = FieldPath.root();
    for (int i = 0; i < step; i++) {
      path = step(path, i);
    }
    return path;
  }

  private FieldPath step(FieldPath path, int i) {
    Object step = steps[i];
    if (step == null) {
      return path.index(items[i]);
    }
    return step instanceof Field<?, ?, ?> field
        ? path.child(field.name())
        : path.key(step.toString());
  }
}
