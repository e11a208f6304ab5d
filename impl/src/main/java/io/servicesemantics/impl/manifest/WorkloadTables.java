package io.servicesemantics.impl.manifest;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.servicesemantics.cluster.LabelSelector;
import io.servicesemantics.cluster.LabelSelectorRequirement;
import io.servicesemantics.cluster.PodTemplate;
import io.servicesemantics.cluster.Workload;
import io.servicesemantics.cluster.WorkloadKind;
import io.servicesemantics.cluster.WorkloadSpec;
import java.util.Arrays;

/** The fields of the kinds that make Pods, as far as Services are concerned. */
final class WorkloadTables {

  private static final Struct<LabelSelectorRequirement, LabelSelectorRequirement.Builder>
      REQUIREMENT =
          StructBuilder.complete(
                  "LabelSelectorRequirement",
                  LabelSelectorRequirement::builder,
                  LabelSelectorRequirement.Builder::build)
              .textAlways(
                  "key", LabelSelectorRequirement::key, LabelSelectorRequirement.Builder::key)
              .textAlways(
                  "operator",
                  LabelSelectorRequirement::operator,
                  LabelSelectorRequirement.Builder::operator)
              .texts(
                  "values",
                  LabelSelectorRequirement::values,
                  LabelSelectorRequirement.Builder::values)
              .build();

  private static final Struct<LabelSelector, LabelSelector.Builder> SELECTOR =
      StructBuilder.complete("LabelSelector", LabelSelector::builder, LabelSelector.Builder::build)
          .textMap("matchLabels", LabelSelector::matchLabels, LabelSelector.Builder::matchLabels)
          .list(
              "matchExpressions",
              REQUIREMENT,
              LabelSelector::matchExpressions,
              LabelSelector.Builder::matchExpressions)
          .build();

  private static final Struct<PodTemplate, PodTemplate.Builder> TEMPLATE =
      StructBuilder.complete("PodTemplateSpec", PodTemplate::builder, PodTemplate.Builder::build)
          .struct(
              "metadata",
              MetadataTable.OBJECT_META,
              PodTemplate::metadata,
              PodTemplate.Builder::metadata)
          .struct("spec", PodTable.SPEC, PodTemplate::spec, PodTemplate.Builder::spec)
          .build();

  private static final ImmutableMap<WorkloadKind, Struct<Workload, Workload.Builder>> TABLES =
      Maps.toMap(Arrays.asList(WorkloadKind.values()), WorkloadTables::make);

  private WorkloadTables() {}

  /** {@return the table of a kind} */
  static Struct<Workload, Workload.Builder> of(WorkloadKind kind) {
    Struct<Workload, Workload.Builder> table = TABLES.get(kind);
    if (table == null) {
      throw new AssertionError(kind);
    }
    return table;
  }

  private static Struct<Workload, Workload.Builder> make(WorkloadKind kind) {
    return StructBuilder.complete(
            kind.wireName(), () -> Workload.builder().workloadKind(kind), Workload.Builder::build)
        .given("apiVersion", Workload::apiVersion)
        .given("kind", Workload::kind)
        .struct(
            "metadata", MetadataTable.OBJECT_META, Workload::metadata, Workload.Builder::metadata)
        .struct("spec", spec(kind), Workload::spec, Workload.Builder::spec)
        .checked("status", Shapes.UNREAD)
        .build();
  }

  private static Struct<WorkloadSpec, WorkloadSpec.Builder> spec(WorkloadKind kind) {
    StructBuilder<WorkloadSpec, WorkloadSpec.Builder> table = begin(kind.wireName() + "Spec");
    return switch (kind) {
      case DEPLOYMENT, REPLICA_SET -> template(selector(replicas(table))).build();
      case DAEMON_SET -> template(selector(table)).build();
      case STATEFUL_SET ->
          template(selector(replicas(table)))
              .text("serviceName", WorkloadSpec::serviceName, WorkloadSpec.Builder::serviceName)
              .inline(
                  "ordinals",
                  begin("StatefulSetOrdinals")
                      .int32(
                          "start", WorkloadSpec::startOrdinal, WorkloadSpec.Builder::startOrdinal)
                      .build())
              .build();
      case REPLICATION_CONTROLLER -> template(labels(replicas(table))).build();
      case JOB -> job(suspend(table)).build();
      case CRON_JOB ->
          suspend(table)
              .inline(
                  "jobTemplate",
                  begin("JobTemplateSpec").inline("spec", job(begin("JobSpec")).build()).build())
              .build();
    };
  }

  private static StructBuilder<WorkloadSpec, WorkloadSpec.Builder> begin(String name) {
    return StructBuilder.partial(name, WorkloadSpec::builder, WorkloadSpec.Builder::build);
  }

  private static StructBuilder<WorkloadSpec, WorkloadSpec.Builder> replicas(
      StructBuilder<WorkloadSpec, WorkloadSpec.Builder> table) {
    return table.optionalInt32("replicas", WorkloadSpec::replicas, WorkloadSpec.Builder::replicas);
  }

  private static StructBuilder<WorkloadSpec, WorkloadSpec.Builder> selector(
      StructBuilder<WorkloadSpec, WorkloadSpec.Builder> table) {
    return table.optionalStruct(
        "selector", SELECTOR, WorkloadSpec::selector, WorkloadSpec.Builder::selector);
  }

  // a ReplicationController selects by labels alone
  private static StructBuilder<WorkloadSpec, WorkloadSpec.Builder> labels(
      StructBuilder<WorkloadSpec, WorkloadSpec.Builder> table) {
    return table.field(
        "selector",
        Shapes.TEXT_MAP,
        spec -> spec.selector().map(LabelSelector::matchLabels).orElse(null),
        (builder, labels) -> builder.selector(LabelSelector.builder().matchLabels(labels).build()));
  }

  private static StructBuilder<WorkloadSpec, WorkloadSpec.Builder> template(
      StructBuilder<WorkloadSpec, WorkloadSpec.Builder> table) {
    return table.struct(
        "template", TEMPLATE, WorkloadSpec::template, WorkloadSpec.Builder::template);
  }

  private static StructBuilder<WorkloadSpec, WorkloadSpec.Builder> suspend(
      StructBuilder<WorkloadSpec, WorkloadSpec.Builder> table) {
    return table.bool("suspend", WorkloadSpec::suspend, WorkloadSpec.Builder::suspend);
  }

  private static StructBuilder<WorkloadSpec, WorkloadSpec.Builder> job(
      StructBuilder<WorkloadSpec, WorkloadSpec.Builder> table) {
    return template(
        selector(
            table
                .optionalInt32(
                    "parallelism", WorkloadSpec::parallelism, WorkloadSpec.Builder::parallelism)
                .optionalInt32(
                    "completions", WorkloadSpec::completions, WorkloadSpec.Builder::completions)
                .field(
                    "completionMode",
                    Shapes.TEXT,
                    spec -> spec.indexed() ? "Indexed" : null,
                    (builder, mode) -> builder.indexed(mode.equals("Indexed")))));
  }
}
