package io.servicesemantics.slicing;

/** A label's key and value. Comparable, so that colliding pairs stay cheap to find. */
record LabelPair(String key, String value) implements Comparable<LabelPair> {

  @Override
  public int hashCode() {
    return 31 * key.hashCode() + value.hashCode();
  }

  @Override
  public int compareTo(LabelPair other) {
    int byKey = key.compareTo(other.key);
    return byKey != 0 ? byKey : value.compareTo(other.value);
  }
}
