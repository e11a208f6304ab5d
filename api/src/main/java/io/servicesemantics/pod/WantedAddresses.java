package io.servicesemantics.pod;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.dns.RecordType;

/** Which addresses a program asks for. */
public enum WantedAddresses {
  /** IPv4 alone: AF_INET. */
  IPV4(RecordType.A),
  /** IPv6 alone: AF_INET6. */
  IPV6(RecordType.AAAA),
  /** Both: AF_UNSPEC, as most programs do. */
  BOTH(RecordType.A, RecordType.AAAA);

  private final ImmutableList<RecordType> types;

  WantedAddresses(RecordType... types) {
    this.types = ImmutableList.copyOf(types);
  }

  /** {@return the types of records that are asked for, at each name} */
  public ImmutableList<RecordType> types() {
    return types;
  }
}
