package io.servicesemantics.impl;

/** The standard behaviour of every area. */
public final class StandardSemantics {
  private StandardSemantics() {}
}
