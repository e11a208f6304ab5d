package io.servicesemantics.admission;

/** Which part of a Service a request is addressed to. */
public enum Subresource {
  /** The Service itself: what the body says of its status is not read. */
  NONE,
  /** {@code …/status}: what the body says of its spec is not read, its metadata is. */
  STATUS
}
