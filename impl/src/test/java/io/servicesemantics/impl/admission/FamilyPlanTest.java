package io.servicesemantics.impl.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Joiner;
import io.servicesemantics.admission.AdmissionDecision.Accepted;
import io.servicesemantics.admission.AdmissionDecision.Rejected;
import io.servicesemantics.admission.Refusal;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.service.ServiceSpec;
import io.servicesemantics.testkit.fixture.ClusterFixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which families a new Service gets, by cluster, policy and what it asks for (api 5.3). */
class FamilyPlanTest {

  private static ClusterProfile cluster(String name) {
    return switch (name) {
      case "4" -> ClusterFixtures.ipv4();
      case "6" -> ClusterFixtures.ipv6();
      case "46" -> ClusterFixtures.dualStack();
      default -> ClusterFixtures.ipv6First();
    };
  }

  private static String spec(String policy, String families, String rest) {
    StringBuilder spec = new StringBuilder("{'ports':[{'port':80}]");
    if (!policy.equals("-")) {
      spec.append(",'ipFamilyPolicy':'").append(policy).append('\'');
    }
    if (!families.equals("-")) {
      spec.append(",'ipFamilies':['").append(families.replace(" ", "','")).append("']");
    }
    return spec.append(rest).append('}').toString();
  }

  @ParameterizedTest
  @CsvSource({
    "4, -, -, SingleStack, IPv4",
    "4, SingleStack, IPv4, SingleStack, IPv4",
    "4, PreferDualStack, -, PreferDualStack, IPv4",
    "4, PreferDualStack, IPv4, PreferDualStack, IPv4",
    "6, -, -, SingleStack, IPv6",
    "6, PreferDualStack, -, PreferDualStack, IPv6",
    "46, -, -, SingleStack, IPv4",
    "46, -, IPv6, SingleStack, IPv6",
    "46, PreferDualStack, -, PreferDualStack, IPv4 IPv6",
    "46, RequireDualStack, IPv6, RequireDualStack, IPv6 IPv4",
    "46, PreferDualStack, IPv6 IPv4, PreferDualStack, IPv6 IPv4",
    "64, -, -, SingleStack, IPv6",
    "64, RequireDualStack, -, RequireDualStack, IPv6 IPv4",
  })
  void service_isGivenFamiliesAndAnAddressOfEach(
      String cluster, String policy, String families, String stored, String given) {
    Accepted accepted =
        Server.of(cluster(cluster)).created(spec(policy, families, ",'selector':{'a':'b'}"));

    ServiceSpec spec = accepted.service().spec();
    assertThat(spec.ipFamilyPolicy().text()).isEqualTo(stored);
    assertThat(Joiner.on(' ').join(spec.ipFamilies())).isEqualTo(given);
    assertThat(spec.clusterIPs()).hasSize(spec.ipFamilies().size()).doesNotHaveDuplicates();
    assertThat(spec.clusterIP()).isEqualTo(spec.clusterIPs().get(0));
    for (int i = 0; i < spec.ipFamilies().size(); i++) {
      assertThat(spec.clusterIPs().get(i).contains(":"))
          .isEqualTo(spec.ipFamilies().get(i).text().equals("IPv6"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "4, -, -, RequireDualStack, IPv4 IPv6",
    "6, -, -, RequireDualStack, IPv6 IPv4",
    "4, SingleStack, -, SingleStack, IPv4",
    "4, SingleStack, IPv6, SingleStack, IPv6",
    "4, PreferDualStack, IPv6, PreferDualStack, IPv6 IPv4",
    "46, RequireDualStack, -, RequireDualStack, IPv4 IPv6",
  })
  void headlessWithoutSelector_hasBothFamiliesOnAnyCluster(
      String cluster, String policy, String families, String stored, String given) {
    ServiceSpec spec =
        Server.of(cluster(cluster))
            .created(spec(policy, families, ",'clusterIP':'None'"))
            .service()
            .spec();

    assertThat(spec.ipFamilyPolicy().text()).isEqualTo(stored);
    assertThat(Joiner.on(' ').join(spec.ipFamilies())).isEqualTo(given);
    assertThat(spec.clusterIPs()).containsExactly("None");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "4 | - | IPv6 | spec.ipFamilies[0]: Invalid value: \"IPv6\": not configured on this"
            + " cluster",
        "4 | RequireDualStack | - | spec.ipFamilyPolicy: Invalid value: \"RequireDualStack\": this"
            + " cluster is not configured for dual-stack services",
        "4 | PreferDualStack | IPv4 IPv6 | spec.ipFamilies[1]: Invalid value: \"IPv6\": not"
            + " configured on this cluster",
        "46 | - | IPv4 IPv6 | spec.ipFamilyPolicy: Invalid value: \"SingleStack\": must be"
            + " 'RequireDualStack' or 'PreferDualStack' when multiple IP families are specified",
        "46 | x | - | spec.ipFamilyPolicy: Unsupported value: \"x\": supported values:"
            + " \"PreferDualStack\", \"RequireDualStack\", \"SingleStack\"",
      })
  void whatDoesNotFit_isRefusedAlone(String cluster, String policy, String families, String fault) {
    Rejected refused =
        Server.of(cluster(cluster))
            .refusedCreate(spec(policy, families, ",'selector':{'a':'-'},'sessionAffinity':'x'"));

    assertThat(refused.refusal()).isEqualTo(Refusal.FAMILIES);
    assertThat(refused.message()).isEqualTo("Service \"s\" is invalid: " + fault);
  }

  @Test
  void secondAddressLeftOutWithoutSayingSo_isRefused() {
    Server dual = Server.dualStack();
    ServiceSpec spec = dual.created(spec("RequireDualStack", "-", "")).service().spec();
    String first =
        "'clusterIP':'" + spec.clusterIP() + "','clusterIPs':['" + spec.clusterIP() + "']";

    Rejected refused = dual.refusedUpdate(spec("RequireDualStack", "IPv4", "," + first));

    assertThat(refused.message())
        .isEqualTo(
            "Service \"s\" is invalid: [spec.ipFamilyPolicy: Invalid value: \"RequireDualStack\":"
                + " must be 'SingleStack' to release the secondary cluster IP,"
                + " spec.ipFamilyPolicy: Invalid value: \"RequireDualStack\": must be"
                + " 'SingleStack' to release the secondary IP family]");
  }
}
