package io.servicesemantics.impl.slicing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.servicesemantics.endpoint.AddressType;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.endpoint.Endpoints;
import io.servicesemantics.object.KnownAnnotations;
import io.servicesemantics.object.KnownLabels;
import io.servicesemantics.object.ObjectMeta;
import io.servicesemantics.object.OwnerReference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The labels, annotations and owner of mirrored slices.
 *
 * <p>Follows {@code endpointslicemirroring/utils.go}, newEndpointSlice (routing 1.9.8).
 */
final class MirroredMetadata {

  private final ObjectMeta endpoints;
  private final ImmutableMap<String, String> labels;
  private final ImmutableMap<String, String> annotations;

  MirroredMetadata(Endpoints source) {
    this.endpoints = source.metadata();
    Map<String, String> all = new LinkedHashMap<>(endpoints.labels());
    all.put(KnownLabels.SERVICE_NAME, endpoints.name());
    all.put(KnownLabels.MANAGED_BY, Mirroring.CONTROLLER);
    this.labels = ImmutableMap.copyOf(all);
    Map<String, String> copied = new LinkedHashMap<>(endpoints.annotations());
    copied.remove(KnownAnnotations.LAST_CHANGE_TRIGGER_TIME);
    copied.remove(KnownAnnotations.LAST_APPLIED_CONFIGURATION);
    this.annotations = ImmutableMap.copyOf(copied);
  }

  /** Whether a slice has the labels and annotations already; its two own labels do not count. */
  boolean isHeldBy(EndpointSlice slice) {
    Map<String, String> rest = new LinkedHashMap<>(slice.metadata().labels());
    rest.remove(KnownLabels.SERVICE_NAME);
    rest.remove(KnownLabels.MANAGED_BY);
    return rest.equals(endpoints.labels()) && slice.metadata().annotations().equals(annotations);
  }

  SliceNames names(AddressType type, List<EndpointSlice> own) {
    SliceNames names = new SliceNames(endpoints.namespace(), endpoints.name(), type);
    own.forEach(slice -> names.take(slice.metadata().name()));
    return names;
  }

  ObjectMeta forNew(SliceNames names) {
    return on(ObjectMeta.builder().generateName(names.prefix()).name(names.next()).build());
  }

  ObjectMeta on(ObjectMeta slice) {
    return slice.toBuilder()
        .namespace(endpoints.namespace())
        .labels(labels)
        .annotations(annotations)
        .ownerReferences(
            ImmutableList.of(
                OwnerReference.builder()
                    .apiVersion("v1")
                    .kind("Endpoints")
                    .name(endpoints.name())
                    .uid(endpoints.uid())
                    .controller(true)
                    .blockOwnerDeletion(true)
                    .build()))
        .build();
  }
}
