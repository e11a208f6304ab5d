package io.servicesemantics.routing;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkElementIndex;

import com.google.common.collect.ImmutableList;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Some of the endpoints of a port, in their order: a bit for each.
 *
 * <p>Sets of the same {@link PortEndpoints} can be joined and narrowed; two sets are equal when
 * they hold equal endpoints, whatever they were drawn from.
 */
public final class EndpointSet implements Iterable<ServiceEndpoint>, Serializable {

  private static final long serialVersionUID = 1;

  private final PortEndpoints universe;
  private final long[] words;

  // The words are not copied: only this package makes sets, and none of it writes to them after.
  EndpointSet(PortEndpoints universe, long[] words) {
    this.universe = universe;
    this.words = words;
  }

  /** {@return the endpoints this set was drawn from} */
  public PortEndpoints universe() {
    return universe;
  }

  /** {@return how many endpoints are in the set} */
  public int size() {
    int size = 0;
    for (long word : words) {
      size += Long.bitCount(word);
    }
    return size;
  }

  /** {@return whether there is none} */
  public boolean isEmpty() {
    for (long word : words) {
      if (word != 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns whether the endpoint at a place is in the set.
   *
   * @param index the endpoint's place in {@link PortEndpoints#endpoints}
   * @return whether it is
   * @throws IndexOutOfBoundsException if there is no such place
   */
  public boolean contains(int index) {
    int checked = checkElementIndex(index, universe.size(), "Place of an endpoint");
    return (words[checked >> 6] & 1L << checked) != 0;
  }

  /**
   * Returns the next place in the set, for loops that must not allocate.
   *
   * @param from the place to start looking at, 0 or more
   * @return the first place in the set that is not before it, or -1
   */
  public int nextIndex(int from) {
    int word = from >> 6;
    if (word >= words.length) {
      return -1;
    }
    long rest = words[word] & -1L << from;
    while (rest == 0) {
      if (++word == words.length) {
        return -1;
      }
      rest = words[word];
    }
    return (word << 6) + Long.numberOfTrailingZeros(rest);
  }

  /**
   * Returns one endpoint of this set as a set of its own.
   *
   * @param index the endpoint's place in {@link PortEndpoints#endpoints}
   * @return that endpoint alone
   * @throws IllegalArgumentException if it is not in this set
   */
  public EndpointSet only(int index) {
    checkArgument(
        contains(index), "Place of an endpoint: \"%s\"; expected one that is in %s", index, this);
    long[] one = new long[words.length];
    one[index >> 6] = 1L << index;
    return new EndpointSet(universe, one);
  }

  /**
   * Returns the endpoints in this set, in the other, or in both.
   *
   * @param other a set of the same endpoints
   * @return one of the two sets themselves where it holds the other
   */
  public EndpointSet union(EndpointSet other) {
    checkSameUniverse(other);
    if (containsAll(other)) {
      return this;
    }
    if (other.containsAll(this)) {
      return other;
    }
    long[] both = words.clone();
    for (int i = 0; i < both.length; i++) {
      both[i] |= other.words[i];
    }
    return new EndpointSet(universe, both);
  }

  /**
   * Returns the endpoints that are in both sets.
   *
   * @param other a set of the same endpoints
   * @return the common ones
   */
  public EndpointSet intersection(EndpointSet other) {
    checkSameUniverse(other);
    long[] both = words.clone();
    for (int i = 0; i < both.length; i++) {
      both[i] &= other.words[i];
    }
    return new EndpointSet(universe, both);
  }

  /**
   * Returns whether every endpoint of another set is in this one.
   *
   * @param other a set of the same endpoints
   * @return whether it is a part of this set
   */
  public boolean containsAll(EndpointSet other) {
    checkSameUniverse(other);
    for (int i = 0; i < words.length; i++) {
      if ((other.words[i] & ~words[i]) != 0) {
        return false;
      }
    }
    return true;
  }

  /** {@return the endpoints, in their order} */
  public ImmutableList<ServiceEndpoint> toList() {
    ImmutableList.Builder<ServiceEndpoint> list = ImmutableList.builderWithExpectedSize(size());
    for (int i = nextIndex(0); i >= 0; i = nextIndex(i + 1)) {
      list.add(universe.endpoints().get(i));
    }
    return list.build();
  }

  @Override
  public Iterator<ServiceEndpoint> iterator() {
    return new Iterator<>() {
      private int next = nextIndex(0);

      @Override
      public boolean hasNext() {
        return next >= 0;
      }

      @Override
      public ServiceEndpoint next() {
        if (next < 0) {
          throw new NoSuchElementException("Set of endpoints is exhausted; expected hasNext");
        }
        ServiceEndpoint endpoint = universe.endpoints().get(next);
        next = nextIndex(next + 1);
        return endpoint;
      }
    };
  }

  private void checkSameUniverse(EndpointSet other) {
    checkArgument(
        universe.equals(other.universe),
        "Universe of a set of endpoints: \"%s\"; expected \"%s\"",
        other.universe,
        universe);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof EndpointSet that
        && (universe.equals(that.universe)
            ? Arrays.equals(words, that.words)
            : toList().equals(that.toList()));
  }

  @Override
  public int hashCode() {
    return toList().hashCode();
  }

  /** {@return the endpoints' addresses and ports, such as {@code [10.0.0.1:80, 10.0.0.2:80]}} */
  @Override
  public String toString() {
    return toList().toString();
  }
}
