package io.servicesemantics.slicing;

import io.servicesemantics.cluster.Pod;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An immutable list of places for Pods, in chunks: to change one place copies its chunk alone. */
final class PodSlots {

  private static final int SHIFT = 8;
  private static final int CHUNK = 1 << SHIFT;

  private final @Nullable Pod[][] chunks;
  private final int size;

  private PodSlots(@Nullable Pod[][] chunks, int size) {
    this.chunks = chunks;
    this.size = size;
  }

  static PodSlots copyOf(List<? extends @Nullable Pod> pods) {
    @Nullable Pod[][] chunks = new @Nullable Pod[(pods.size() + CHUNK - 1) >> SHIFT][CHUNK];
    for (int i = 0; i < pods.size(); i++) {
      chunks[i >> SHIFT][i & (CHUNK - 1)] = pods.get(i);
    }
    return new PodSlots(chunks, pods.size());
  }

  /** How many places there are, empty ones included. */
  int size() {
    return size;
  }

  @Nullable Pod get(int slot) {
    return chunks[slot >> SHIFT][slot & (CHUNK - 1)];
  }

  PodSlots with(int slot, @Nullable Pod pod) {
    @Nullable Pod[][] next = chunks.clone();
    next[slot >> SHIFT] = next[slot >> SHIFT].clone();
    next[slot >> SHIFT][slot & (CHUNK - 1)] = pod;
    return new PodSlots(next, size);
  }

  PodSlots plus(Pod pod) {
    @Nullable Pod[][] next = chunks;
    if (size >> SHIFT == chunks.length) {
      next = Arrays.copyOf(chunks, chunks.length + 1);
      next[chunks.length] = new @Nullable Pod[CHUNK];
    }
    return new PodSlots(next, size + 1).with(size, pod);
  }
}
