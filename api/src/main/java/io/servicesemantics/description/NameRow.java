package io.servicesemantics.description;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.base.Preconditions.checkNotNull;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.dns.DnsAnswer;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsRecord;
import io.servicesemantics.dns.RecordData;
import io.servicesemantics.dns.RecordType;
import io.servicesemantics.dns.ResponseCode;
import io.servicesemantics.net.IpAddress;
import java.util.Optional;

/**
 * A name in the cluster's DNS, and what it answers.
 *
 * @param kind what it stands for
 * @param name the whole name
 * @param answers what is answered, by the type asked for: SRV at ports; A and AAAA at others, and
 *     CNAME where the Service is an alias
 * @param shortNames how Pods may call it; empty at ports, and where it leads nowhere
 */
public record NameRow(
    NameKind kind,
    DnsName name,
    ImmutableMap<RecordType, DnsAnswer> answers,
    Optional<ShortNames> shortNames) {

  /** Checks that no part is missing. */
  public NameRow {
    checkNotNull(kind, "Kind of a name is null; expected one");
    checkNotNull(name, "Name is null; expected one");
    checkArgument(!answers.isEmpty(), "Answers about %s: none; expected one for each type", name);
    checkNotNull(shortNames, "Short names are null; expected them, or empty");
  }

  /** {@return whether there is such a name} */
  public boolean exists() {
    return answers.values().stream()
        .anyMatch(answer -> answer.responseCode() == ResponseCode.NOERROR);
  }

  /** {@return the addresses it leads to, over aliases too} */
  public ImmutableList<IpAddress> addresses() {
    ImmutableSet.Builder<IpAddress> addresses = ImmutableSet.builder();
    for (RecordType type : ImmutableList.of(RecordType.A, RecordType.AAAA)) {
      for (DnsRecord record : records(type)) {
        if (record.data() instanceof RecordData.Address found) {
          addresses.add(found.address());
        }
      }
    }
    return addresses.build().asList();
  }

  /** {@return the name it is another one for, if it is} */
  public Optional<DnsName> alias() {
    for (DnsRecord record : records(RecordType.CNAME)) {
      if (record.data() instanceof RecordData.Cname alias) {
        return Optional.of(alias.target());
      }
    }
    return Optional.empty();
  }

  /** {@return whether it is another name for one that the cluster's DNS does not know} */
  public boolean leadsOutside() {
    return alias().isPresent() && addresses().isEmpty() && !records(RecordType.A).isEmpty();
  }

  /** {@return where the service of a port is to be had} */
  public ImmutableList<RecordData.Srv> services() {
    ImmutableList.Builder<RecordData.Srv> services = ImmutableList.builder();
    for (DnsRecord record : records(RecordType.SRV)) {
      if (record.data() instanceof RecordData.Srv service) {
        services.add(service);
      }
    }
    return services.build();
  }

  private ImmutableList<DnsRecord> records(RecordType type) {
    DnsAnswer answer = answers.get(type);
    return answer == null ? ImmutableList.of() : answer.answer();
  }

  /** {@return the name and what it stands for; its answers may be long} */
  @Override
  public String toString() {
    return name + " (" + Ascii.toLowerCase(kind.name()) + ")";
  }
}
