package io.servicesemantics.testkit.vector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WrappingTest {

  @Test
  void abbreviatedNode_becomesANode() {
    assertThat(
            Difference.between(
                Json.tree(
                    "{'apiVersion':'v1','kind':'Node',"
                        + "'metadata':{'name':'n','labels':{'z':'1'}},"
                        + "'spec':{'podCIDRs':['10.1.0.0/24']},"
                        + "'status':{'addresses':[{'type':'InternalIP','address':'192.0.2.1'}]}}"),
                Abbreviations.node(
                    Json.tree(
                        "{'name':'n','labels':{'z':'1'},'addresses':['192.0.2.1'],"
                            + "'podCIDRs':['10.1.0.0/24']}"))))
        .isEmpty();
  }

  @Test
  void bareEndpoints_offerEveryPortOfTheServiceOn8080() {
    Object service =
        Json.tree(
            "{'metadata':{'name':'web','namespace':'shop'},'spec':{'ipFamilies':['IPv6','IPv4'],"
                + "'ports':[{'name':'http','port':80,'protocol':'TCP'},{'port':53}]}}");

    assertThat(
            Difference.between(
                Json.tree(
                    "{'apiVersion':'discovery.k8s.io/v1','kind':'EndpointSlice',"
                        + "'metadata':{'name':'web','namespace':'shop',"
                        + "'labels':{'kubernetes.io/service-name':'web'}},'addressType':'IPv6',"
                        + "'ports':[{'name':'http','protocol':'TCP','port':8080},{'port':8080}],"
                        + "'endpoints':[{'addresses':['fd00::1']}]}"),
                Abbreviations.endpointSlice(
                    service, Trees.list(Json.tree("[{'addresses':['fd00::1']}]")))))
        .isEmpty();
  }

  @Test
  void flatPod_becomesAPod() {
    assertThat(
            Difference.between(
                Json.tree(
                    "{'apiVersion':'v1','kind':'Pod','metadata':{'name':'pod','namespace':'ns'},"
                        + "'spec':{'dnsPolicy':'None','hostNetwork':true}}"),
                Abbreviations.pod(
                    Json.tree("{'namespace':'ns','dnsPolicy':'None','hostNetwork':true}"))))
        .isEmpty();
  }

  @Test
  void existingSlice_isOwnedByTheServiceAndPointsAtThePodOfItsName() {
    Object service =
        ImpliedReferences.withUid(
            Json.tree("{'kind':'Service','metadata':{'name':'web','namespace':'shop'}}"));
    List<Object> pods =
        ImpliedReferences.withUids(
            Trees.list(
                Json.tree(
                    "[{'kind':'Pod','metadata':{'name':'a','namespace':'shop','uid':'said'}},"
                        + "{'kind':'Pod','metadata':{'name':'b','namespace':'shop'}}]")));
    List<Object> slices =
        ImpliedReferences.owned(
            Trees.list(
                Json.tree(
                    "[{'metadata':{'name':'s'},'endpoints':["
                        + "{'targetRef':{'namespace':'shop','name':'a'}},"
                        + "{'targetRef':{'namespace':'shop','name':'b'}},"
                        + "{'targetRef':{'namespace':'shop','name':'gone'}},{}]},"
                        + "{'metadata':{'name':'t','ownerReferences':[{'uid':'other'}]}}]")),
            service,
            pods);

    Object serviceUid = Trees.get(Trees.get(service, "metadata"), "uid");
    assertThat(serviceUid).isNotNull();
    assertThat(owner(slices.get(0))).isEqualTo(serviceUid);
    assertThat(owner(slices.get(1))).isEqualTo("other");
    List<Object> endpoints = Trees.elements(slices.get(0), "endpoints");
    assertThat(Trees.get(Trees.get(endpoints.get(0), "targetRef"), "uid")).isEqualTo("said");
    assertThat(Trees.get(Trees.get(endpoints.get(1), "targetRef"), "uid"))
        .isEqualTo(Trees.get(Trees.get(pods.get(1), "metadata"), "uid"))
        .isNotEqualTo(Trees.get(Trees.get(endpoints.get(2), "targetRef"), "uid"));
    assertThat(endpoints.get(3)).isEqualTo(Json.tree("{}"));
  }

  private static @Nullable Object owner(Object slice) {
    Object metadata = Trees.get(slice, "metadata");
    return Trees.get(Trees.elements(metadata, "ownerReferences").get(0), "uid");
  }
}
