package io.servicesemantics.pod;

import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.collect.ImmutableList;
import java.io.Serializable;

/**
 * How a program finds name servers: the contents of {@code /etc/resolv.conf}.
 *
 * @param nameservers the addresses of the servers, in the order they are asked
 * @param searches the domains tried behind short names, in order
 * @param options the options, such as {@code ndots:5}
 */
public record ResolvConf(
    ImmutableList<String> nameservers,
    ImmutableList<String> searches,
    ImmutableList<String> options)
    implements Serializable {

  /** Nothing at all. */
  public static final ResolvConf EMPTY =
      new ResolvConf(ImmutableList.of(), ImmutableList.of(), ImmutableList.of());

  /** Checks that no part is missing. */
  public ResolvConf {
    checkNotNull(nameservers, "Name servers are null; expected a list");
    checkNotNull(searches, "Search domains are null; expected a list");
    checkNotNull(options, "Options are null; expected a list");
  }

  /** {@return the file} */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    if (!searches.isEmpty()) {
      text.append("search ").append(String.join(" ", searches)).append('\n');
    }
    nameservers.forEach(server -> text.append("nameserver ").append(server).append('\n'));
    if (!options.isEmpty()) {
      text.append("options ").append(String.join(" ", options)).append('\n');
    }
    return text.toString();
  }
}
