import com.google.common.collect.*;
import io.servicesemantics.*;
import io.servicesemantics.admission.*;
import io.servicesemantics.cluster.*;
import io.servicesemantics.connection.*;
import io.servicesemantics.description.*;
import io.servicesemantics.dns.*;
import io.servicesemantics.endpoint.*;
import io.servicesemantics.explain.*;
import io.servicesemantics.fault.*;
import io.servicesemantics.impl.*;
import io.servicesemantics.manifest.*;
import io.servicesemantics.net.*;
import io.servicesemantics.object.*;
import io.servicesemantics.pod.*;
import io.servicesemantics.profile.*;
import io.servicesemantics.routing.*;
import io.servicesemantics.service.*;
import io.servicesemantics.simulation.*;
import io.servicesemantics.slicing.*;
import io.servicesemantics.testkit.fixture.*;
import io.servicesemantics.traffic.*;
import io.servicesemantics.upgrade.*;
import java.nio.file.Path;

var k8s = StandardSemantics.of(ClusterProfile.of(KubernetesVersion.V1_36));
var sample = k8s.manifests().read(SampleManifest.text());
var world = k8s.simulator().run(sample).world();

System.out.println("""
    k8s is a cluster of Kubernetes 1.36, sample the bundled manifest, world the cluster it makes.
    Try:
      k8s.describer().describe(sample).services().get(0)
      k8s.slices().explainPod(world.service("shop", "pages").get(), world.pod("default", "busybox1").get(), world)
      k8s.connections().trace("node node-a", "http://pages.shop", world)
      k8s.connections().trace("203.0.113.7", "node-b:30086", world)
      k8s.router().tableFor(world.node("node-a").get(), world).frontEnds()
      k8s.outages().drain(Set.of("node-a"), world, java.time.Instant.now())
      k8s.upgrades().report(k8s.simulator().run(sample), KubernetesVersion.parse("1.33"))
      k8s.defaulter().explain(sample.values(Service.class).get(0))
      k8s.manifests().read("{kind: Service, apiVersion: v1, metadata: {name: web}, spec: {Ports: []}}")""");
