package io.servicesemantics.impl.description;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.net.Cidr;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.service.Service;
import java.util.Optional;

/** The source ranges a Service says, as far as they can be read. */
final class Ranges {

  private Ranges() {}

  static ImmutableList<Cidr> of(Service service, IpFamily family) {
    ImmutableList.Builder<Cidr> ranges = ImmutableList.builder();
    for (String text : service.spec().loadBalancerSourceRanges()) {
      Optional<Cidr> range = Cidr.tryParseLenient(text.strip());
      if (range.isPresent() && range.get().family() == family) {
        ranges.add(range.get().masked());
      }
    }
    return ranges.build();
  }
}
