package io.servicesemantics.impl.slicing;

import io.servicesemantics.endpoint.Endpoint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A slice while it is being reconciled: one there is, or one to be. */
final class Draft {

  /** What is to happen to it. */
  enum Fate {
    KEEP,
    UPDATE,
    CREATE,
    DELETE
  }

  final @Nullable Piece before;
  final PortSet ports;
  private Fate fate;
  private @Nullable List<Endpoint> endpoints;

  private Draft(@Nullable Piece before, PortSet ports, Fate fate) {
    this.before = before;
    this.ports = ports;
    this.fate = fate;
  }

  static Draft of(Piece before) {
    return new Draft(before, before.ports, Fate.KEEP);
  }

  static Draft create(PortSet ports, int expectedSize) {
    Draft draft = new Draft(null, ports, Fate.CREATE);
    draft.endpoints = new ArrayList<>(expectedSize);
    return draft;
  }

  Fate fate() {
    return fate;
  }

  void become(Fate next) {
    fate = next;
  }

  int size() {
    return endpoints().size();
  }

  /** The endpoints as they stand. */
  List<Endpoint> endpoints() {
    if (endpoints != null) {
      return endpoints;
    }
    return before == null ? List.of() : before.slice.endpoints();
  }

  /** The endpoints, to be changed: what was kept so far is now updated. */
  List<Endpoint> toChange() {
    if (endpoints == null) {
      endpoints = new ArrayList<>(endpoints());
    }
    if (fate == Fate.KEEP) {
      fate = Fate.UPDATE;
    }
    return endpoints;
  }

  /** Puts other endpoints in the place of those there are. */
  void replace(List<Endpoint> next) {
    endpoints = next;
    fate = next.isEmpty() ? Fate.DELETE : Fate.UPDATE;
  }
}
