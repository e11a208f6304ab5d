package io.servicesemantics.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.object.NamespacedName;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.service.Service;
import io.servicesemantics.service.ServiceSpec;
import org.junit.jupiter.api.Test;

class ClusterSnapshotTest {

  @Test
  void twoObjectsOfOneName_theLastIsFound() {
    Service first = service("web", "10.96.0.1");
    Service last = service("web", "10.96.0.2");
    ClusterSnapshot snapshot = ClusterSnapshot.builder().addServices(first, last).build();

    assertThat(snapshot.service("shop", "web")).contains(last);
    assertThat(snapshot.services()).containsExactly(first, last);
  }

  @Test
  void slices_belongToTheServiceOfTheirLabelInTheirNamespace() {
    EndpointSlice mine = slice("web");
    EndpointSlice unlabelled =
        EndpointSlice.builder().metadata(ObjectMeta.of("shop", "other")).build();
    ClusterSnapshot snapshot =
        ClusterSnapshot.builder().addEndpointSlices(mine, unlabelled).build();

    assertThat(snapshot.slicesByService().get(NamespacedName.of("shop", "web")))
        .containsExactly(mine);
    assertThat(snapshot.slicesByService().values()).containsExactly(mine);
  }

  private static Service service(String name, String clusterIP) {
    return Service.builder()
        .metadata(ObjectMeta.of("shop", name))
        .spec(ServiceSpec.builder().clusterIP(clusterIP).build())
        .build();
  }

  private static EndpointSlice slice(String service) {
    return EndpointSlice.builder()
        .metadata(
            ObjectMeta.builder()
                .namespace("shop")
                .name(service + "-1")
                .putLabel(KnownLabels.SERVICE_NAME, service)
                .build())
        .build();
  }
}
