package io.servicesemantics.pod;

/** The C library whose rules a program looks names up by (dns 13). */
public enum Libc {
  /** glibc 2.36, as in Debian and most images. */
  GLIBC_2_36("glibc-2.36"),
  /** musl 1.2.3, as in Alpine before 3.18. */
  MUSL_1_2_3("musl-1.2.3");

  private final String version;

  Libc(String version) {
    this.version = version;
  }

  /** {@return its name and version} */
  public String version() {
    return version;
  }
}
