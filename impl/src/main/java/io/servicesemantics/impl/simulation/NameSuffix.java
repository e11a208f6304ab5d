package io.servicesemantics.impl.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import io.servicesemantics.cluster.Workload;

/** The parts of names that a cluster draws at random, drawn here from a seed. */
final class NameSuffix {

  // The letters and digits upstream uses, chosen there so that no words come out.
  private static final String ALPHABET = "bcdfghjklmnpqrstvwxz2456789";
  private static final int POD_LENGTH = 5;
  private static final int HASH_LENGTH = 10;

  private final long seed;
  private final String owner;

  NameSuffix(long seed, Workload workload) {
    this.seed = seed;
    this.owner = workload.kind() + " " + workload.namespacedName();
  }

  // Behind the name of the Pod with this number.
  String ofPod(int number) {
    return letters("pod " + number, POD_LENGTH);
  }

  // What a controller makes from the Pod template.
  String ofTemplate() {
    return letters("template", HASH_LENGTH);
  }

  private String letters(String purpose, int length) {
    Hasher hasher = Hashing.murmur3_128().newHasher();
    long bits =
        hasher.putLong(seed).putString(owner, UTF_8).putString(purpose, UTF_8).hash().asLong();
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(ALPHABET.charAt((int) Long.remainderUnsigned(bits, ALPHABET.length())));
      bits = Long.divideUnsigned(bits, ALPHABET.length());
    }
    return text.toString();
  }
}
