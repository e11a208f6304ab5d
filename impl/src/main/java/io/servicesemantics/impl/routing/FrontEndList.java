package io.servicesemantics.impl.routing;

import io.servicesemantics.net.IpAddress;
import io.servicesemantics.routing.FrontEnd;
import io.servicesemantics.routing.FrontEndKind;
import java.util.List;

/** Tells every address and port at which a node answers. */
final class FrontEndList {

  private FrontEndList() {}

  static void add(ServiceRoutes routes, NodeContext context, List<FrontEnd> all) {
    for (Listed listed : routes.listed()) {
      if (listed instanceof Entrance entrance) {
        if (entrance.kind == FrontEndKind.NODE_PORT
            || entrance.kind == FrontEndKind.HEALTH_CHECK_NODE_PORT) {
          for (IpAddress address : context.nodePorts().served(entrance.family())) {
            all.add(frontEnd(entrance, address));
          }
        } else {
          all.add(frontEnd(entrance, entrance.address()));
        }
      }
    }
  }

  private static FrontEnd frontEnd(Entrance entrance, IpAddress address) {
    return new FrontEnd(
        entrance.kind,
        address,
        entrance.port(),
        entrance.protocol(),
        entrance.serviceName(),
        entrance.port.port().name());
  }
}
