package io.servicesemantics.impl.validation;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.Choice;
import io.servicesemantics.service.ServicePort;
import java.util.Arrays;

/**
 * Whether ports may share what no two ports may share. It may say so wrongly, but never overlooks
 * two that do; thus the usual answer, no, costs no set of names and numbers.
 */
final class PortTwins {

  // Up to here looking at each pair is the fastest.
  private static final int FEW = 8;

  private PortTwins() {}

  static boolean mayShareNames(ImmutableList<ServicePort> ports) {
    return mayShare(ports, Kind.NAME);
  }

  static boolean mayShareNodePorts(ImmutableList<ServicePort> ports) {
    return mayShare(ports, Kind.NODE_PORT);
  }

  static boolean mayShareNumbers(ImmutableList<ServicePort> ports) {
    return mayShare(ports, Kind.NUMBER);
  }

  private enum Kind {
    NAME,
    NODE_PORT,
    NUMBER
  }

  private static boolean mayShare(ImmutableList<ServicePort> ports, Kind kind) {
    int size = ports.size();
    if (size <= FEW) {
      for (int i = 1; i < size; i++) {
        long key = key(ports.get(i), kind, i);
        for (int j = 0; j < i; j++) {
          if (key == key(ports.get(j), kind, j)) {
            return true;
          }
        }
      }
      return false;
    }
    long[] keys = new long[size];
    for (int i = 0; i < size; i++) {
      keys[i] = key(ports.get(i), kind, i);
    }
    Arrays.sort(keys);
    for (int i = 1; i < size; i++) {
      if (keys[i] == keys[i - 1]) {
        return true;
      }
    }
    return false;
  }

  // Equal for two ports that share; a port without name or node port shares with none.
  private static long key(ServicePort port, Kind kind, int index) {
    return switch (kind) {
      case NAME -> port.name().isEmpty() ? alone(index) : port.name().hashCode() & 0xffff_ffffL;
      case NODE_PORT -> port.nodePort() == 0 ? alone(index) : numbered(port.nodePort(), port);
      case NUMBER -> numbered(port.port(), port);
    };
  }

  private static long alone(int index) {
    return -1L - index;
  }

  private static long numbered(int number, ServicePort port) {
    return (long) protocol(port.protocol()) << 32 | (number & 0xffff_ffffL);
  }

  // Those the server does not know count as one.
  private static int protocol(Choice<Protocol> protocol) {
    return protocol.is(Protocol.TCP) ? 0 : protocol.is(Protocol.UDP) ? 1 : 2;
  }
}
