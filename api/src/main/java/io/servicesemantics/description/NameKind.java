package io.servicesemantics.description;

/** What of a Service a name stands for. */
public enum NameKind {
  /** The Service itself. */
  SERVICE,
  /** One of its ports. */
  PORT,
  /** One of its endpoints. */
  ENDPOINT
}
