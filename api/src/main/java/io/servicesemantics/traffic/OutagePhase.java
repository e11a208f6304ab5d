package io.servicesemantics.traffic;

/** How far an outage has come. */
public enum OutagePhase {
  /** Nothing has happened. */
  BEFORE("before"),
  /** Draining: the nodes are cordoned, and Pods that have to go still answer. */
  TERMINATING("while the Pods terminate"),
  /** Drained: the nodes are still there, the Pods that had to go are not. */
  DRAINED("once they are drained"),
  /** Lost: the cluster has noticed that the nodes do not answer, and nothing more. */
  NOT_READY("while the nodes are not ready"),
  /** Lost: nodes and Pods are gone. */
  GONE("once nodes and Pods are gone");

  private final String words;

  OutagePhase(String words) {
    this.words = words;
  }

  /** {@return its name in words} */
  public String words() {
    return words;
  }
}
