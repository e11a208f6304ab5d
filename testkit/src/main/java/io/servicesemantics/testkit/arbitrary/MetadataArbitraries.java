package io.servicesemantics.testkit.arbitrary;

import static io.servicesemantics.testkit.arbitrary.NameArbitraries.mostly;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.object.KnownAnnotations;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.object.OwnerReference;
import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Metadata of objects in namespaces every cluster has. */
public final class MetadataArbitraries {

  private MetadataArbitraries() {}

  /**
   * Returns metadata with nothing wrong in it, as a request sends it.
   *
   * @param names the names of the objects
   * @return the metadata
   */
  public static Arbitrary<ObjectMeta> valid(Arbitrary<String> names) {
    return Parts.of(ObjectMeta::builder)
        .use(Arbitraries.of("default", "default", "kube-system"))
        .in(ObjectMeta.Builder::namespace)
        .use(names)
        .in(ObjectMeta.Builder::name)
        .use(NameArbitraries.labelSets())
        .withProbability(0.4)
        .in(ObjectMeta.Builder::labels)
        .use(annotations())
        .withProbability(0.3)
        .in(ObjectMeta.Builder::annotations)
        .use(finalizers())
        .withProbability(0.1)
        .in(ObjectMeta.Builder::finalizers)
        .use(owners())
        .withProbability(0.1)
        .in((builder, owner) -> builder.addOwnerReferences(owner))
        .build(ObjectMeta.Builder::build)
        .withoutEdgeCases();
  }

  /**
   * Returns metadata in which any field may be wrong.
   *
   * @param names the names of the objects, where they are right
   * @return the metadata
   */
  public static Arbitrary<ObjectMeta> any(Arbitrary<String> names) {
    return Parts.of(ObjectMeta::builder)
        .use(Arbitraries.of("default", "default", "default", "kube-system", "nowhere", "Bad_", ""))
        .in(ObjectMeta.Builder::namespace)
        .use(mostly(names, NameArbitraries.wrongLabels()))
        .withProbability(0.95)
        .in(ObjectMeta.Builder::name)
        .use(Arbitraries.of("web-", "A-", "a", "_", "-", "x".repeat(70)))
        .withProbability(0.1)
        .in(ObjectMeta.Builder::generateName)
        .use(NameArbitraries.anyLabelSets())
        .withProbability(0.3)
        .in(ObjectMeta.Builder::labels)
        .use(anyAnnotations())
        .withProbability(0.3)
        .in(ObjectMeta.Builder::annotations)
        .use(anyFinalizers())
        .withProbability(0.2)
        .in(ObjectMeta.Builder::finalizers)
        .use(anyOwners().list().ofMaxSize(2))
        .withProbability(0.1)
        .in(ObjectMeta.Builder::ownerReferences)
        .use(Arbitraries.of("", "0", "7", "x"))
        .withProbability(0.05)
        .in(ObjectMeta.Builder::resourceVersion)
        .use(Arbitraries.of("", "u-1"))
        .withProbability(0.05)
        .in(ObjectMeta.Builder::uid)
        .use(Arbitraries.of(-1L, 0L, 7L))
        .withProbability(0.05)
        .in(ObjectMeta.Builder::generation)
        .use(Arbitraries.of(Instant.EPOCH, Instant.parse("2026-01-02T03:04:05Z")))
        .withProbability(0.05)
        .in((builder, time) -> builder.deletionTimestamp(time))
        .use(Arbitraries.of(-1L, 0L, 30L))
        .withProbability(0.05)
        .in((builder, seconds) -> builder.deletionGracePeriodSeconds(seconds))
        .build(ObjectMeta.Builder::build)
        .withoutEdgeCases();
  }

  private static Arbitrary<ImmutableMap<String, String>> annotations() {
    return Arbitraries.of(
        ImmutableMap.of("note", "anything at all <&>"),
        ImmutableMap.of("Example.com/Case", ""),
        ImmutableMap.of(KnownAnnotations.TOPOLOGY_MODE, "Auto"),
        ImmutableMap.of(KnownAnnotations.TOPOLOGY_AWARE_HINTS, "auto"),
        ImmutableMap.of(
            KnownAnnotations.TOPOLOGY_MODE, "Auto",
            KnownAnnotations.TOPOLOGY_AWARE_HINTS, "Auto"));
  }

  private static Arbitrary<ImmutableMap<String, String>> anyAnnotations() {
    return Arbitraries.oneOf(
        annotations(),
        Arbitraries.of(
            ImmutableMap.of("-bad", "x"),
            ImmutableMap.of("a", "1", "b/c/d", "2"),
            ImmutableMap.of("big", "x".repeat(262_144)),
            ImmutableMap.of(KnownAnnotations.LOAD_BALANCER_SOURCE_RANGES, ""),
            ImmutableMap.of(KnownAnnotations.LOAD_BALANCER_SOURCE_RANGES, " 10.0.0.0/8, ::/0 "),
            ImmutableMap.of(KnownAnnotations.LOAD_BALANCER_SOURCE_RANGES, "10.0.0.1/8,,x"),
            ImmutableMap.of(
                KnownAnnotations.TOPOLOGY_MODE, "Auto",
                KnownAnnotations.TOPOLOGY_AWARE_HINTS, "auto")));
  }

  private static Arbitrary<ImmutableList<String>> finalizers() {
    return Arbitraries.of(
        ImmutableList.of("kubernetes"),
        ImmutableList.of("example.com/hold"),
        ImmutableList.of("foregroundDeletion"),
        ImmutableList.of("service.kubernetes.io/load-balancer-cleanup", "orphan"));
  }

  private static Arbitrary<ImmutableList<String>> anyFinalizers() {
    return Arbitraries.oneOf(
        finalizers(),
        Arbitraries.of(
            ImmutableList.of("plain"),
            ImmutableList.of("-bad", "a/b/c", ""),
            ImmutableList.of("orphan", "foregroundDeletion")));
  }

  private static Arbitrary<OwnerReference> owners() {
    OwnerReference.Builder owner = OwnerReference.builder().name("owner").uid("u-1").kind("Thing");
    return Arbitraries.of(
        owner.apiVersion("v1").build(),
        owner.apiVersion("example.com/v1").controller(Optional.of(true)).build(),
        owner.blockOwnerDeletion(Optional.of(false)).build());
  }

  private static Arbitrary<OwnerReference> anyOwners() {
    OwnerReference.Builder owner = OwnerReference.builder().kind("Event").controller(true);
    return Arbitraries.oneOf(
        owners(),
        Arbitraries.of(
            owner.build(),
            owner.apiVersion("v1").name("e").uid("u").build(),
            owner.apiVersion("events.k8s.io/v1").build(),
            owner.apiVersion("a/b/c").build(),
            owner.apiVersion("group/").build()));
  }
}
