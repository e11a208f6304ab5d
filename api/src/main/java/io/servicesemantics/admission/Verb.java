package io.servicesemantics.admission;

/** What a request asks the API server to do with its body. */
public enum Verb {
  /** To make a new object: POST, {@code kubectl create}. */
  CREATE,
  /** To put the body in the place of the object of that name, or make it: PUT, {@code replace}. */
  UPDATE
}
