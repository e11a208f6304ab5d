package io.servicesemantics.pod;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.dns.RecordType;

/** Which addresses a program asks for. */
public enum WantedAddresses {
  /** IPv4 alone: AF_INET. */
  IPV4,
  /** IPv6 alone: AF_INET6. */
  IPV6,
  /** Both: AF_UNSPEC, as most programs do. */
  BOTH;

  /** {@return the types of records that are asked for, at each name} */
  public ImmutableList<RecordType> types() {
    return switch (this) {
      case IPV4 -> ImmutableList.of(RecordType.A);
      case IPV6 -> ImmutableList.of(RecordType.AAAA);
      case BOTH -> ImmutableList.of(RecordType.A, RecordType.AAAA);
    };
  }
}
