package io.servicesemantics.explain;

/**
 * Why something was decided, as a constant a program can match on. Each area has an enum of them.
 */
public interface Reason {

  /** {@return the constant's name, stable from release to release} */
  String name();

  /** {@return one plain sentence, without the facts of the case} */
  String sentence();

  /** {@return the rule it stands for, such as {@code routing 2.5.4}} */
  String rule();
}
