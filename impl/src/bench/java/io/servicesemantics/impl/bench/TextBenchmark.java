package io.servicesemantics.impl.bench;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.ServiceSemantics;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.impl.text.TextReader;
import io.servicesemantics.impl.text.TextWriter;
import io.servicesemantics.manifest.ManifestSet;
import io.servicesemantics.manifest.SourceDocument;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.KubernetesVersion;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Reading a mebibyte of ordinary Services: as YAML, beside the bare event loop of the engine below,
 * and as JSON.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class TextBenchmark {
  private static final int MEBIBYTE = 1 << 20;

  private final TextReader reader = new TextReader();
  private final ServiceSemantics semantics =
      StandardSemantics.of(ClusterProfile.of(KubernetesVersion.V1_36));
  private final LoadSettings settings =
      LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
  private String yaml = "";
  private String json = "";
  private byte[] yamlBytes = new byte[0];
  private byte[] jsonBytes = new byte[0];

  /** Writes Services until there is a mebibyte of either sort. */
  @Setup
  public void setUp() {
    StringBuilder services = new StringBuilder();
    for (int i = 0; services.length() < MEBIBYTE; i++) {
      services.append("---\n").append(service(i));
    }
    yaml = services.toString();
    TextWriter writer = new TextWriter();
    List<Object> items = new ArrayList<>();
    for (SourceDocument document : reader.readYaml(yaml, "")) {
      items.add(document.tree().orElseThrow());
    }
    StringBuilder lists = new StringBuilder();
    while (lists.length() < MEBIBYTE) {
      lists.append(writer.toJson(Map.of("items", items)));
    }
    json = lists.toString();
    yamlBytes = yaml.getBytes(StandardCharsets.UTF_8);
    jsonBytes = json.getBytes(StandardCharsets.UTF_8);
  }

  private static String service(int number) {
    return """
        apiVersion: v1
        kind: Service
        metadata:
          name: shop-%1$d
          namespace: team-%2$d
          labels:
            app.kubernetes.io/name: shop
            app.kubernetes.io/instance: "shop-%1$d"
          annotations:
            description: The front of shop %1$d, for everybody
        spec:
          type: ClusterIP
          clusterIP: 10.96.%2$d.%3$d
          selector:
            app: shop-%1$d
            tier: front
          ports:
          - name: http
            port: 80
            targetPort: 8080
            protocol: TCP
          - name: metrics
            port: 9090
            targetPort: metrics
            protocol: TCP
        """
        .formatted(number, number % 250, number % 200);
  }

  /** The engine's events alone: what reading YAML is measured against. */
  @Benchmark
  public void yamlEventsOfTheEngine(Blackhole hole) {
    ParserImpl events = new ParserImpl(settings, new StreamReader(settings, yaml));
    while (events.hasNext()) {
      hole.consume(events.next());
    }
  }

  /** A mebibyte of YAML into trees with places. */
  @Benchmark
  public ImmutableList<SourceDocument> yaml() {
    return reader.read(yaml, "");
  }

  /** A mebibyte of YAML into typed Services. */
  @Benchmark
  public ManifestSet yamlIntoServices() {
    return semantics.manifests().read(yaml);
  }

  /** The same out of bytes. */
  @Benchmark
  public ImmutableList<SourceDocument> yamlBytes() {
    return reader.read(yamlBytes, "");
  }

  /** A mebibyte of JSON into trees with places. */
  @Benchmark
  public ImmutableList<SourceDocument> json() {
    return reader.readJson(json, "");
  }

  /** The same out of bytes. */
  @Benchmark
  public ImmutableList<SourceDocument> jsonBytes() {
    return reader.read(jsonBytes, "");
  }
}
