package io.servicesemantics.connection;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import io.servicesemantics.net.Protocol;
import java.util.Optional;
import java.util.function.Function;

/** Which port is called. */
public sealed interface DestinationPort {

  /**
   * A number.
   *
   * @param number the port, 1 to 65535
   * @param protocol the protocol; without one that of the Service's port, else TCP
   */
  record Numbered(int number, Optional<Protocol> protocol) implements DestinationPort {
    /** Checks the number. */
    public Numbered {
      checkArgument(
          number >= 1 && number <= CallText.HIGHEST_PORT,
          "Port called: \"%s\"; expected 1 to 65535",
          number);
      checkNotNull(protocol, "Protocol of a port is null; expected one, or empty");
    }

    /** {@return such as {@code :80} or {@code :53/UDP}} */
    @Override
    public String toString() {
      return ":" + number + suffix(protocol);
    }
  }

  /**
   * A name of a Service's or container's port.
   *
   * @param name the name
   * @param protocol the protocol, if said
   */
  record Named(String name, Optional<Protocol> protocol) implements DestinationPort {
    /** Checks the name. */
    public Named {
      CallText.checkName(name, "Name of a port called");
      checkArgument(
          !CallText.isNumber(name), "Name of a port called: \"%s\"; expected no number", name);
      checkNotNull(protocol, "Protocol of a port is null; expected one, or empty");
    }

    /** {@return such as {@code :http}} */
    @Override
    public String toString() {
      return ":" + name + suffix(protocol);
    }
  }

  /** None said: every port there is. */
  record Unsaid() implements DestinationPort {
    /** {@return nothing} */
    @Override
    public String toString() {
      return "";
    }
  }

  /** None at all: a ping. */
  record Ping() implements DestinationPort {
    /** {@return nothing; the word stands before the host} */
    @Override
    public String toString() {
      return "";
    }
  }

  /**
   * Handles every port; a new kind breaks the build of whoever calls this, as it should.
   *
   * @param <R> the kind of result
   * @param numbered what to do about a number
   * @param named what to do about a name
   * @param unsaid what to do where none is said
   * @param ping what to do about a ping
   * @return what the function returned
   */
  default <R> R match(
      Function<Numbered, R> numbered,
      Function<Named, R> named,
      Function<Unsaid, R> unsaid,
      Function<Ping, R> ping) {
    if (this instanceof Numbered port) {
      return numbered.apply(port);
    }
    if (this instanceof Named port) {
      return named.apply(port);
    }
    if (this instanceof Unsaid port) {
      return unsaid.apply(port);
    }
    return ping.apply((Ping) this);
  }

  private static String suffix(Optional<Protocol> protocol) {
    return protocol.map(said -> "/" + said.wireName()).orElse("");
  }
}
