package io.servicesemantics.impl.dns;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.cluster.Namespace;
import io.servicesemantics.dns.DnsMode;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsRecord;
import io.servicesemantics.dns.DnsSurroundings;
import io.servicesemantics.dns.DnsZone;
import io.servicesemantics.dns.RecordData;
import io.servicesemantics.dns.ZoneFile;
import io.servicesemantics.endpoint.AddressType;
import io.servicesemantics.endpoint.Endpoint;
import io.servicesemantics.endpoint.EndpointPort;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.profile.DnsSettings;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Master;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.SRVRecord;
import org.xbill.DNS.TXTRecord;

/** Zone files of a large cluster, read by somebody else's reader. */
class ZoneFileReadBackTest {

  private static final int SERVICES = 1000;

  private static final DnsZone ZONE =
      new StandardClusterDns(DnsSettings.builder().ttl(30).build())
          .zoneOf(
              cluster(),
              DnsSurroundings.NONE
                  .withSerial(4_294_967_295L)
                  .withOwnAddresses(List.of(IpAddress.parse("192.0.2.53"))),
              DnsMode.COREDNS);

  @Test
  void clusterZone_isReadWithTheSameRecords() throws IOException {
    ZoneFile file = ZONE.zoneFile(DnsName.parse("cluster.local"));

    assertThat(readBack(file)).isEqualTo(ImmutableSet.copyOf(file.records()));
    assertThat(file.records()).hasSizeGreaterThan(6 * SERVICES);
    assertThat(file.toString())
        .contains("a\\ b\\;\\(c\\)\\@\\\"\\'$\\\\.svc-0.ns-0.svc.cluster.local. 30 IN A 10.0.0.1\n")
        .contains(" \\195\\169.svc-0.ns-0.svc.cluster.local.\n");
  }

  @Test
  void reverseZones_areReadWithTheSameRecords() throws IOException {
    ZoneFile ipv4 = ZONE.zoneFile(DnsName.parse("in-addr.arpa"));
    ZoneFile ipv6 = ZONE.zoneFile(DnsName.parse("ip6.arpa"));

    assertThat(readBack(ipv4)).isEqualTo(ImmutableSet.copyOf(ipv4.records()));
    assertThat(readBack(ipv6)).isEqualTo(ImmutableSet.copyOf(ipv6.records()));
    assertThat(ipv4.records()).hasSizeGreaterThan(SERVICES);
    assertThat(ipv6.records()).hasSizeGreaterThan(SERVICES / 10);
  }

  // Every fifth is headless, every tenth an alias, every fourth of both families.
  private static ClusterSnapshot cluster() {
    ClusterSnapshot.Builder cluster = ClusterSnapshot.builder();
    for (int i = 0; i < 10; i++) {
      cluster.addNamespaces(Namespace.of("ns-" + i));
    }
    for (int i = 0; i < SERVICES; i++) {
      cluster.addServices(service(i));
      if (i % 10 != 9) {
        cluster.addEndpointSlices(slice(i));
      }
    }
    return cluster.build();
  }

  private static Service service(int number) {
    ServiceSpec.Builder spec =
        ServiceSpec.builder()
            .addPorts(
                ServicePort.of(80).withName("http"),
                ServicePort.of(53).withName("dns").withProtocol(Protocol.UDP));
    if (number % 10 == 9) {
      spec.type(ServiceType.EXTERNAL_NAME)
          .externalName(number % 20 == 9 ? "Db-" + number + ".Example.com" : "svc-1.ns-1.svc");
    } else if (number % 5 == 0) {
      spec.type(ServiceType.CLUSTER_IP).clusterIP("None").addClusterIP("None");
    } else {
      String ipv4 = "10.96." + number / 250 + "." + (1 + number % 250);
      spec.type(ServiceType.CLUSTER_IP).clusterIP(ipv4).addClusterIP(ipv4);
      if (number % 4 == 0) {
        spec.addClusterIP("fd00:96::" + Integer.toHexString(number + 1));
      }
    }
    return Service.builder()
        .metadata(ObjectMeta.of("ns-" + number % 10, "svc-" + number))
        .spec(spec.build())
        .build();
  }

  private static EndpointSlice slice(int number) {
    List<Endpoint> endpoints = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      String address = "10." + number / 250 + "." + number % 250 + "." + i;
      Endpoint endpoint = Endpoint.of(address);
      endpoints.add(number % 5 == 0 ? endpoint.withHostname(hostname(number, i)) : endpoint);
    }
    return EndpointSlice.builder()
        .metadata(
            ObjectMeta.of("ns-" + number % 10, "slice-" + number).toBuilder()
                .putLabel(KnownLabels.SERVICE_NAME, "svc-" + number)
                .build())
        .addressType(AddressType.IPV4)
        .addPorts(EndpointPort.of("http", 8080))
        .endpoints(endpoints)
        .build();
  }

  // Names that the API server would refuse, and values hold all the same.
  private static String hostname(int number, int index) {
    if (number > 0) {
      return "pod-" + index;
    }
    return index == 1 ? "a b;(c)@\"'$\\" : index == 2 ? "é" : "*";
  }

  private static Set<DnsRecord> readBack(ZoneFile file) throws IOException {
    Set<DnsRecord> records = new LinkedHashSet<>();
    byte[] text = file.toString().getBytes(StandardCharsets.UTF_8);
    try (Master reader = new Master(new ByteArrayInputStream(text), Name.root)) {
      for (Record record = reader.nextRecord(); record != null; record = reader.nextRecord()) {
        assertThat(record.getDClass()).isEqualTo(DClass.IN);
        records.add(
            new DnsRecord(name(record.getName()), Math.toIntExact(record.getTTL()), data(record)));
      }
    }
    return records;
  }

  private static RecordData data(Record record) {
    if (record instanceof ARecord address) {
      return new RecordData.Address(IpAddress.of(address.getAddress().getAddress()));
    }
    if (record instanceof AAAARecord address) {
      return new RecordData.Address(IpAddress.of(address.getAddress().getAddress()));
    }
    if (record instanceof CNAMERecord alias) {
      return new RecordData.Cname(name(alias.getTarget()));
    }
    if (record instanceof NSRecord server) {
      return new RecordData.Ns(name(server.getTarget()));
    }
    if (record instanceof PTRRecord pointer) {
      return new RecordData.Ptr(name(pointer.getTarget()));
    }
    if (record instanceof SRVRecord service) {
      return new RecordData.Srv(
          service.getPriority(), service.getWeight(), service.getPort(), name(service.getTarget()));
    }
    if (record instanceof TXTRecord text) {
      return new RecordData.Txt(ImmutableList.copyOf(text.getStrings()));
    }
    SOARecord start = (SOARecord) record;
    return new RecordData.Soa(
        name(start.getHost()),
        name(start.getAdmin()),
        start.getSerial(),
        start.getRefresh(),
        start.getRetry(),
        start.getExpire(),
        start.getMinimum());
  }

  // By the octets of each label, so that nobody's escapes matter.
  private static DnsName name(Name name) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < name.labels() - 1; i++) {
      byte[] label = name.getLabel(i);
      for (int j = 1; j <= label[0]; j++) {
        text.append(String.format("\\%03d", label[j] & 0xff));
      }
      text.append('.');
    }
    return text.length() == 0 ? DnsName.ROOT : DnsName.parse(text.toString());
  }
}
