package io.servicesemantics.impl.dns;

/** The numbers of the types that are treated each in its own way. */
final class Types {

  static final int A = 1;
  static final int NS = 2;
  static final int CNAME = 5;
  static final int SOA = 6;
  static final int PTR = 12;
  static final int TXT = 16;
  static final int AAAA = 28;
  static final int SRV = 33;
  static final int IXFR = 251;
  static final int AXFR = 252;

  private Types() {}
}
