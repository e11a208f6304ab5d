package io.servicesemantics.testkit.contract;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Ordering;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.dns.DnsAnswer;
import io.servicesemantics.dns.DnsReason;
import io.servicesemantics.dns.RecordType;
import io.servicesemantics.dns.ResponseCode;
import io.servicesemantics.profile.DnsSettings;
import io.servicesemantics.profile.PodRecords;
import io.servicesemantics.testkit.fixture.DnsFixtures;
import io.servicesemantics.testkit.fixture.PodFixtures;

/**
 * A question in the cluster of {@link DnsFixtures}.
 *
 * @param options the option it depends on, in the words of the plugin; empty for none
 * @param name the name, {@code @} standing for the cluster's domain
 * @param type the type of records asked for
 * @param answer the data of the records told in answer, sorted, or what else is answered
 * @param reason what the answer rests on, at its head or below
 */
record DnsExample(String options, String name, RecordType type, String answer, DnsReason reason) {

  private static final String NAME_ERROR = "NXDOMAIN";
  private static final String NO_DATA = "no data";

  static final ImmutableList<DnsExample> ALL =
      ImmutableList.<DnsExample>builder()
          .addAll(ofServices())
          .addAll(ofEndpoints())
          .addAll(ofTheZone())
          .addAll(ofPods())
          .addAll(ofAddresses())
          .addAll(ofOptions())
          .build();

  private static ImmutableList<DnsExample> ofServices() {
    return ImmutableList.of(
        has("web.shop.svc.@", "A", "10.96.0.21", DnsReason.SERVICE_HAS_CLUSTER_IP),
        has("web.shop.svc.@", "AAAA", "fd00:96::21", DnsReason.SERVICE_HAS_CLUSTER_IP),
        has(
            "web.shop.svc.@",
            "SRV",
            "0 25 53 web.shop.svc.@., 0 25 80 web.shop.svc.@.",
            DnsReason.SERVICE_HAS_CLUSTER_IP),
        none("web.shop.svc.@", "CNAME", DnsReason.NO_RECORD_OF_TYPE),
        none("web.shop.svc.@", "TXT", DnsReason.NO_RECORD_OF_TYPE),
        none("web.shop.svc.@", "MX", DnsReason.NO_RECORD_OF_TYPE),
        none("web.shop.svc.@", "ANY", DnsReason.NO_RECORD_OF_TYPE),
        none("web.shop.svc.@", "SOA", DnsReason.START_ELSEWHERE),
        none("web.shop.svc.@", "PTR", DnsReason.NO_RECORD_OF_TYPE),
        has(
            "_http._tcp.web.shop.svc.@",
            "SRV",
            "0 50 80 web.shop.svc.@.",
            DnsReason.SERVICE_HAS_CLUSTER_IP),
        has(
            "dns.udp.web.shop.svc.@",
            "SRV",
            "0 50 53 web.shop.svc.@.",
            DnsReason.SERVICE_HAS_CLUSTER_IP),
        has(
            "_._tcp.web.shop.svc.@",
            "SRV",
            "0 50 80 web.shop.svc.@.",
            DnsReason.SERVICE_HAS_CLUSTER_IP),
        has("_dns._udp.web.shop.svc.@", "A", "10.96.0.21", DnsReason.SERVICE_HAS_CLUSTER_IP),
        missing("_http._udp.web.shop.svc.@", "SRV", DnsReason.PORT_UNKNOWN),
        missing("_tcp.web.shop.svc.@", "SRV", DnsReason.ENDPOINT_UNKNOWN),
        has("db.shop.svc.@", "A", "10.244.1.10, 10.244.1.11", DnsReason.SERVICE_IS_HEADLESS),
        none("db.shop.svc.@", "AAAA", DnsReason.ITEM_OF_OTHER_FAMILY),
        has("ext.shop.svc.@", "CNAME", "db.example.com.", DnsReason.SERVICE_IS_EXTERNAL_NAME),
        has(
            "ext.shop.svc.@",
            "A",
            "198.51.100.9, db.example.com.",
            DnsReason.SERVICE_IS_EXTERNAL_NAME),
        none("ext.shop.svc.@", "SRV", DnsReason.NO_PORT_NUMBER),
        missing("_http._tcp.ext.shop.svc.@", "SRV", DnsReason.BELOW_EXTERNAL_NAME),
        missing("a.ext.shop.svc.@", "A", DnsReason.BELOW_EXTERNAL_NAME),
        missing("no.shop.svc.@", "A", DnsReason.SERVICE_UNKNOWN),
        missing("*.shop.svc.@", "A", DnsReason.SERVICE_UNKNOWN));
  }

  private static ImmutableList<DnsExample> ofEndpoints() {
    return ImmutableList.of(
        has("db-0.db.shop.svc.@", "A", "10.244.1.10", DnsReason.ENDPOINT_HAS_NAME),
        has("10-244-1-11.db.shop.svc.@", "A", "10.244.1.11", DnsReason.ENDPOINT_HAS_NAME),
        has(
            "db-0.db.shop.svc.@",
            "SRV",
            "0 100 5432 db-0.db.shop.svc.@.",
            DnsReason.ENDPOINT_HAS_NAME),
        has("web-b.web.shop.svc.@", "A", "10.244.2.1", DnsReason.ENDPOINT_HAS_NAME),
        missing("10-244-1-10.db.shop.svc.@", "A", DnsReason.ENDPOINT_UNKNOWN),
        missing("db-2.db.shop.svc.@", "A", DnsReason.ENDPOINT_NOT_READY),
        missing("10-244-3-1.web.shop.svc.@", "A", DnsReason.ENDPOINT_NOT_READY),
        missing("a.b.c.web.shop.svc.@", "A", DnsReason.TOO_MANY_LABELS));
  }

  private static ImmutableList<DnsExample> ofTheZone() {
    return ImmutableList.of(
        has("@", "SOA", "ns.dns.@. hostmaster.@. 7 7200 1800 86400 5", DnsReason.START_OF_ZONE),
        none("@", "A", DnsReason.ZONE_ITSELF),
        none("@", "NS", DnsReason.SERVERS_OF_ZONE),
        missing("@", "TXT", DnsReason.NO_TEXT),
        none("svc.@", "A", DnsReason.ALL_SERVICES),
        none("pod.@", "A", DnsReason.ALL_PODS),
        none("shop.svc.@", "A", DnsReason.NAMESPACE_OF_SERVICES),
        missing("gone.svc.@", "A", DnsReason.NAMESPACE_UNKNOWN),
        missing("shop.@", "A", DnsReason.NEITHER_SERVICE_NOR_POD),
        has("dns-version.@", "TXT", "\"1.1.0\"", DnsReason.VERSION_OF_SPECIFICATION),
        missing("dns-version.@", "A", DnsReason.NEITHER_SERVICE_NOR_POD),
        none("ns.dns.@", "A", DnsReason.NAME_OF_SERVER),
        has("db.example.com", "A", "198.51.100.9", DnsReason.ASKED_UPSTREAM),
        new DnsExample(
            "", "no.example.com", RecordType.A, "NXDOMAIN of another", DnsReason.ASKED_UPSTREAM));
  }

  private static ImmutableList<DnsExample> ofPods() {
    DnsExample insecure =
        has("10-244-9-9.shop.pod.@", "A", "10.244.9.9", DnsReason.ANY_POD_ADDRESS);
    DnsExample verified =
        has("10-244-5-5.shop.pod.@", "A", "10.244.5.5", DnsReason.POD_HAS_ADDRESS);
    return ImmutableList.of(
        missing("10-244-5-5.shop.pod.@", "A", DnsReason.POD_NAMES_DISABLED),
        missing("shop.pod.@", "A", DnsReason.POD_NAMES_DISABLED),
        insecure.with("pods insecure"),
        none("10-244-9-9.shop.pod.@", "AAAA", DnsReason.ITEM_OF_OTHER_FAMILY).with("pods insecure"),
        has("fd00--9.shop.pod.@", "AAAA", "fd00::9", DnsReason.ANY_POD_ADDRESS)
            .with("pods insecure"),
        missing("10-244-9.shop.pod.@", "A", DnsReason.POD_NAME_IS_NO_ADDRESS).with("pods insecure"),
        missing("10-244-9-9.gone.pod.@", "A", DnsReason.NAMESPACE_UNKNOWN).with("pods insecure"),
        none("shop.pod.@", "A", DnsReason.NAMESPACE_OF_PODS).with("pods insecure"),
        has(
                "10-244-9-9.shop.pod.@",
                "SRV",
                "0 100 0 10-244-9-9.shop.pod.@.",
                DnsReason.ANY_POD_ADDRESS)
            .with("pods insecure"),
        verified.with("pods verified"),
        missing("10-244-9-9.shop.pod.@", "A", DnsReason.POD_UNKNOWN).with("pods verified"),
        missing("10-244-5-5.empty.pod.@", "A", DnsReason.POD_UNKNOWN).with("pods verified"));
  }

  private static ImmutableList<DnsExample> ofAddresses() {
    String ipv6 = "1.2.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.6.9.0.0.0.0.d.f.ip6.arpa";
    return ImmutableList.of(
        has("21.0.96.10.in-addr.arpa", "PTR", "web.shop.svc.@.", DnsReason.ADDRESS_OF_SERVICE),
        has(ipv6, "PTR", "web.shop.svc.@.", DnsReason.ADDRESS_OF_SERVICE),
        has(
            "10.1.244.10.in-addr.arpa",
            "PTR",
            "db-0.db.shop.svc.@.",
            DnsReason.ADDRESS_OF_ENDPOINT),
        has(
            "1.1.244.10.in-addr.arpa",
            "PTR",
            "10-244-1-1.web.shop.svc.@.",
            DnsReason.ADDRESS_OF_ENDPOINT),
        missing("12.1.244.10.in-addr.arpa", "PTR", DnsReason.NOBODY_HAS_ADDRESS),
        missing("021.0.96.10.in-addr.arpa", "PTR", DnsReason.NEITHER_SERVICE_NOR_POD),
        missing("96.10.in-addr.arpa", "PTR", DnsReason.NEITHER_SERVICE_NOR_POD),
        missing("21.0.96.10.in-addr.arpa", "A", DnsReason.NEITHER_SERVICE_NOR_POD),
        none("21.0.96.10.in-addr.arpa", "SOA", DnsReason.START_ELSEWHERE),
        none("in-addr.arpa", "PTR", DnsReason.ZONE_ITSELF));
  }

  private static ImmutableList<DnsExample> ofOptions() {
    return ImmutableList.of(
        missing("db.shop.svc.@", "A", DnsReason.HEADLESS_WITHOUT_ENDPOINTS).with("noendpoints"),
        missing("web.shop.svc.@", "A", DnsReason.EMPTY_SERVICE_IGNORED)
            .with("noendpoints ignore empty_service"),
        has("db-x.db.shop.svc.@", "A", "10.244.1.11", DnsReason.ENDPOINT_HAS_NAME)
            .with("endpoint_pod_names"),
        missing("web.shop.svc.@", "A", DnsReason.NAMESPACE_UNKNOWN).with("namespaces empty"),
        missing("21.0.96.10.in-addr.arpa", "PTR", DnsReason.NOBODY_HAS_ADDRESS)
            .with("namespaces empty"),
        new DnsExample(
            "fallthrough",
            "no.shop.svc.cluster.local",
            RecordType.A,
            "NXDOMAIN of another",
            DnsReason.FALLS_THROUGH),
        none("web.shop.svc.@", "TXT", DnsReason.NO_RECORD_OF_TYPE).with("fallthrough"),
        missing("no.shop.svc.@", "A", DnsReason.SERVICE_UNKNOWN).with("fallthrough in-addr.arpa"),
        has("web.shop.svc.test", "A", "10.96.0.21", DnsReason.SERVICE_HAS_CLUSTER_IP)
            .with("zones test in-addr.arpa"),
        has("21.0.96.10.in-addr.arpa", "PTR", "web.shop.svc.test.", DnsReason.ADDRESS_OF_SERVICE)
            .with("zones test in-addr.arpa"));
  }

  private static DnsExample has(String name, String type, String answer, DnsReason reason) {
    return new DnsExample("", spelled(name), RecordType.parse(type), spelled(answer), reason);
  }

  private static DnsExample none(String name, String type, DnsReason reason) {
    return has(name, type, NO_DATA, reason);
  }

  private static DnsExample missing(String name, String type, DnsReason reason) {
    return has(name, type, NAME_ERROR, reason);
  }

  private static String spelled(String text) {
    return text.replace("@", "cluster.local");
  }

  private DnsExample with(String option) {
    return new DnsExample(option, name, type, answer, reason);
  }

  DnsSettings settings() {
    DnsSettings.Builder settings = DnsSettings.builder();
    switch (options) {
      case "pods insecure" -> settings.pods(PodRecords.INSECURE);
      case "pods verified" -> settings.pods(PodRecords.VERIFIED);
      case "noendpoints" -> settings.noEndpoints(true);
      case "noendpoints ignore empty_service" ->
          settings.noEndpoints(true).ignoreEmptyService(true);
      case "endpoint_pod_names" -> settings.endpointPodNames(true);
      case "namespaces empty" -> settings.addNamespaces("empty");
      case "fallthrough" -> settings.fallthrough(ImmutableList.of());
      case "fallthrough in-addr.arpa" -> settings.fallthrough(ImmutableList.of("in-addr.arpa"));
      case "zones test in-addr.arpa" -> settings.addZones("test", "in-addr.arpa");
      default -> {}
    }
    return settings.build();
  }

  ClusterSnapshot world() {
    return DnsFixtures.world().withPods(PodFixtures.ready("p", "10.244.5.5", "node-a"));
  }

  /** An answer in the words of the examples. */
  static String words(DnsAnswer answer) {
    if (answer.responseCode() != ResponseCode.NOERROR) {
      return answer.responseCode() + (answer.isAuthoritative() ? "" : " of another");
    }
    return answer.answer().isEmpty()
        ? NO_DATA
        : String.join(
            ", ",
            Ordering.natural()
                .sortedCopy(
                    answer.answer().stream().map(record -> record.data().toString()).toList()));
  }

  @Override
  public String toString() {
    return name + " " + type + (options.isEmpty() ? "" : ", " + options);
  }
}
