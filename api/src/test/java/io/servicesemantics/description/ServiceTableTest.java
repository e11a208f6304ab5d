package io.servicesemantics.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.net.Protocol;
import io.servicesemantics.object.Choice;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.service.LoadBalancerIngress;
import io.servicesemantics.service.LoadBalancerStatus;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServicePort;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.service.ServiceStatus;
import io.servicesemantics.service.ServiceType;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ServiceTableTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  private static final Service WEB =
      service(
          "web",
          ServiceSpec.builder()
              .type(ServiceType.NODE_PORT)
              .clusterIP("10.96.0.10")
              .addClusterIPs("10.96.0.10", "fd00::a")
              .addPorts(
                  ServicePort.of(80).withNodePort(30080),
                  ServicePort.of(53).withProtocol(Protocol.UDP))
              .putSelector("tier", "front")
              .putSelector("app", "web")
              .build());

  @Nested
  @DisplayName("the whole table")
  class Whole {

    @Test
    void wide_isAlignedAsKubectlDoes() {
      Service alias =
          service(
              "db",
              ServiceSpec.builder()
                  .type(ServiceType.EXTERNAL_NAME)
                  .externalName("db.example.com")
                  .build());

      assertThat(ServiceTable.of(List.of(WEB, alias), TableStyle.WIDE))
          .hasToString(
              """
              NAME   TYPE           CLUSTER-IP   EXTERNAL-IP      PORT(S)               AGE         SELECTOR
              web    NodePort       10.96.0.10   <none>           80:30080/TCP,53/UDP   <unknown>   app=web,tier=front
              db     ExternalName   <none>       db.example.com   <none>                <unknown>   <none>"""
                  .stripIndent());
    }

    @Test
    void plain_hasNoSelectors() {
      assertThat(ServiceTable.of(List.of(WEB), TableStyle.PLAIN).columns())
          .containsExactly("NAME", "TYPE", "CLUSTER-IP", "EXTERNAL-IP", "PORT(S)", "AGE");
    }

    @Test
    void namespaces_comeFirst() {
      ServiceTable table =
          ServiceTable.of(List.of(WEB), TableStyle.PLAIN.withNamespaces().withNow(NOW));

      assertThat(table.columns().get(0)).isEqualTo("NAMESPACE");
      assertThat(table.rows().get(0).get(0)).isEqualTo("shop");
    }

    @Test
    void nothing_hasHeadingsAlone() {
      assertThat(ServiceTable.of(List.of(), TableStyle.PLAIN))
          .hasToString("NAME   TYPE   CLUSTER-IP   EXTERNAL-IP   PORT(S)   AGE");
    }

    @Test
    void narrowColumns_areSixLettersWide() {
      Service young = WEB.withMetadata(WEB.metadata().withName("ab").withCreationTimestamp(NOW));
      String row =
          ServiceTable.of(List.of(young), TableStyle.WIDE.withNow(NOW.plusSeconds(5)))
              .toString()
              .lines()
              .toList()
              .get(1);

      assertThat(row).startsWith("ab     NodePort   ").contains("   5s    app=web");
    }

    @Test
    void rowOfAnotherWidth_isRefused() {
      assertThatThrownBy(
              () ->
                  new ServiceTable(
                      ImmutableList.of("A", "B"), ImmutableList.of(ImmutableList.of("a"))))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("expected 2 cells");
    }
  }

  @Nested
  @DisplayName("an age")
  class Age {

    @Test
    void secondsAreCutTowardsZero() {
      assertThat(age(NOW.plusMillis(1500))).isEqualTo("0s");
      assertThat(age(NOW.plusMillis(2000))).isEqualTo("<invalid>");
      assertThat(age(NOW.minusMillis(1500))).isEqualTo("1s");
    }

    @Test
    void allOfTime_isNoError() {
      assertThat(age(Instant.MIN)).isEqualTo("292y");
      assertThat(age(Instant.MAX)).isEqualTo("<invalid>");
    }

    private String age(Instant created) {
      Service service = WEB.withMetadata(WEB.metadata().withCreationTimestamp(created));
      return cell(service, TableStyle.PLAIN.withNow(NOW), 5);
    }
  }

  @Nested
  @DisplayName("addresses from outside")
  class ExternalIp {

    @Test
    void loadBalancerWithoutAddress_isPending() {
      assertThat(external(balanced(), TableStyle.PLAIN)).isEqualTo("<pending>");
    }

    @Test
    void addresses_areSortedAndEachOnce() {
      assertThat(external(balanced("b.example", "192.0.2.1", "192.0.2.1"), TableStyle.WIDE))
          .isEqualTo("192.0.2.1,b.example");
    }

    @Test
    void ofOneEntry_theAddressWinsOverTheName() {
      Service both =
          balanced()
              .withStatus(
                  status(
                      LoadBalancerIngress.builder().ip("192.0.2.1").hostname("a.example").build()));

      assertThat(external(both, TableStyle.WIDE)).isEqualTo("192.0.2.1");
    }

    @Test
    void longAddresses_areCutUnlessWide() {
      Service service = balanced("abcdefghij.example");

      assertThat(external(service, TableStyle.PLAIN)).isEqualTo("abcdefghij.ex...");
      assertThat(external(service, TableStyle.WIDE)).isEqualTo("abcdefghij.example");
      assertThat(external(balanced("abcdefgh.example"), TableStyle.PLAIN))
          .isEqualTo("abcdefgh.example");
    }

    @Test
    void furtherAddresses_standBehindTheCut() {
      Service service = balanced("abcdefghij.example");
      Service more = service.withSpec(service.spec().withExternalIPs("198.51.100.7"));

      assertThat(external(more, TableStyle.PLAIN)).isEqualTo("abcdefghij.ex...,198.51.100.7");
    }

    @Test
    void pendingWithFurtherAddresses_showsThose() {
      Service service = balanced();

      assertThat(
              external(
                  service.withSpec(service.spec().withExternalIPs("198.51.100.7")),
                  TableStyle.PLAIN))
          .isEqualTo("198.51.100.7");
    }

    @Test
    void unknownType_isUnknown() {
      Service service =
          WEB.withSpec(WEB.spec().withType(Choice.parse(ServiceType.class, "clusterip")));

      assertThat(external(service, TableStyle.PLAIN)).isEqualTo("<unknown>");
    }

    private Service balanced(String... addresses) {
      LoadBalancerIngress[] ingress = new LoadBalancerIngress[addresses.length];
      for (int i = 0; i < addresses.length; i++) {
        boolean ip = Character.isDigit(addresses[i].charAt(0));
        ingress[i] =
            LoadBalancerIngress.builder()
                .ip(ip ? addresses[i] : "")
                .hostname(ip ? "" : addresses[i])
                .build();
      }
      return WEB.withSpec(WEB.spec().withType(ServiceType.LOAD_BALANCER))
          .withStatus(status(ingress));
    }

    private ServiceStatus status(LoadBalancerIngress... ingress) {
      return ServiceStatus.builder()
          .loadBalancer(LoadBalancerStatus.builder().addIngress(ingress).build())
          .build();
    }

    private String external(Service service, TableStyle style) {
      return cell(service, style, 3);
    }
  }

  @Test
  void cells_endAtALineBreakAndCannotSteerTheTerminal() {
    Service odd = service("a\u001b[31m\nb", WEB.spec());

    assertThat(ServiceTable.of(List.of(odd), TableStyle.PLAIN).toString().lines().toList().get(1))
        .startsWith("a^[[31m...   NodePort");
  }

  private static String cell(Service service, TableStyle style, int column) {
    return ServiceTable.of(List.of(service), style).rows().get(0).get(column);
  }

  private static Service service(String name, ServiceSpec spec) {
    return Service.builder()
        .metadata(ObjectMeta.builder().name(name).namespace("shop").build())
        .spec(spec)
        .build();
  }
}
