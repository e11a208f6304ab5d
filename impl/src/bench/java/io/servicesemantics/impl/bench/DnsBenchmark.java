package io.servicesemantics.impl.bench;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.cluster.ClusterChange;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.dns.ClusterDns;
import io.servicesemantics.dns.DnsAnswer;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsQuestion;
import io.servicesemantics.dns.DnsRecord;
import io.servicesemantics.dns.DnsZone;
import io.servicesemantics.dns.RecordType;
import io.servicesemantics.impl.StandardSemantics;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.profile.ClusterProfile;
import io.servicesemantics.profile.KubernetesVersion;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
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

/**
 * The zones of 10,000 Services and 20,097 endpoints.
 *
 * <p>Questions are asked in the order in which they lie in memory; what they are about is drawn at
 * random out of the whole cluster. An answer holds no records: where they are read, the benchmark
 * says so.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class DnsBenchmark {

  private static final int QUESTIONS = 1 << 16;
  private static final String BELOW = ".svc.cluster.local";

  private ClusterDns dns;
  private ClusterSnapshot world;
  private DnsZone zone;
  private DnsZone zoneWithout;
  private ClusterChange oneGone;
  private ClusterChange oneBack;
  private ClusterChange newSlice;
  private DnsQuestion[] existing;
  private DnsQuestion[] negative;
  private DnsQuestion[] pointers;
  private DnsQuestion[] strangers;
  private DnsQuestion[] mixed;
  private DnsQuestion[] pods;
  private DnsQuestion[] aliases;
  private DnsQuestion addressesOf100;
  private DnsQuestion servicesOf100;
  private int next;

  /** Makes the cluster, its zones and the questions. */
  @Setup
  public void setUp() {
    ClusterProfile profile =
        ClusterProfile.of(KubernetesVersion.V1_36).withDns(NamedClusters.settings());
    dns = StandardSemantics.of(profile).dns();
    world = NamedClusters.world();
    zone = dns.zoneOf(world);
    oneGone = ClusterChange.put(NamedClusters.slice(31, 41, 1));
    oneBack = ClusterChange.put(NamedClusters.slice(31, 41, 2));
    newSlice = ClusterChange.put(NamedClusters.secondSlice(31, 41));
    zoneWithout = zone.after(oneGone);
    existing = questions(RecordType.A, DnsBenchmark::existing);
    negative = questions(RecordType.A, random -> "no-" + random.nextInt(10_000) + in(random));
    pointers = questions(RecordType.PTR, random -> someAddress(random).reverseName());
    strangers =
        questions(
            RecordType.PTR,
            random -> IpAddress.ofIpv4(0xc0000200 + random.nextInt(1 << 16)).reverseName());
    mixed = questions(RecordType.A, random -> existing(random).replace("svc", "Svc"));
    pods =
        questions(
            RecordType.A,
            random ->
                someAddress(random).toString().replace('.', '-')
                    + "."
                    + NamedClusters.namespace(random.nextInt(NamedClusters.NAMESPACES))
                    + ".pod.cluster.local");
    aliases = questions(RecordType.A, random -> "svc-99" + in(random));
    addressesOf100 = DnsQuestion.of("svc-98.ns-50" + BELOW, RecordType.A);
    servicesOf100 = DnsQuestion.of("_http._tcp.svc-98.ns-50" + BELOW, RecordType.SRV);
  }

  private static DnsQuestion[] questions(RecordType type, Function<Random, String> name) {
    Random random = new Random(1);
    DnsQuestion[] questions = new DnsQuestion[QUESTIONS];
    for (int i = 0; i < QUESTIONS; i++) {
      questions[i] = DnsQuestion.of(name.apply(random), type);
    }
    return questions;
  }

  private static String in(Random random) {
    return "." + NamedClusters.namespace(random.nextInt(NamedClusters.NAMESPACES)) + BELOW;
  }

  // A Service, or an endpoint by its address: every name that has an address is as likely.
  private static String existing(Random random) {
    int namespace = random.nextInt(NamedClusters.NAMESPACES);
    String above = "." + NamedClusters.namespace(namespace) + BELOW;
    if (random.nextInt(3) == 0) {
      return NamedClusters.service(random.nextInt(NamedClusters.CLUSTER_IPS + 2)) + above;
    }
    int service = random.nextInt(NamedClusters.CLUSTER_IPS);
    IpAddress address = NamedClusters.endpoint(namespace, 2 * service + random.nextInt(2));
    return address.toString().replace('.', '-') + "." + NamedClusters.service(service) + above;
  }

  private static IpAddress someAddress(Random random) {
    int namespace = random.nextInt(NamedClusters.NAMESPACES);
    return random.nextInt(3) == 0
        ? NamedClusters.clusterIp(namespace, random.nextInt(NamedClusters.CLUSTER_IPS))
        : NamedClusters.endpoint(namespace, random.nextInt(2 * NamedClusters.CLUSTER_IPS));
  }

  /** The zones, from objects alone: look-up tables of the snapshot are made anew each time. */
  @Benchmark
  @OutputTimeUnit(TimeUnit.MILLISECONDS)
  public DnsZone zoneOf() {
    return dns.zoneOf(ClusterSnapshot.builder().from(world).build());
  }

  /** One endpoint of one Service taken away and put back: two changes. */
  @Benchmark
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  public ImmutableList<DnsZone> afterTwoChanges() {
    return ImmutableList.of(zone.after(oneGone), zoneWithout.after(oneBack));
  }

  /** A slice that was not there before. */
  @Benchmark
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  public DnsZone afterNewSlice() {
    return zone.after(newSlice);
  }

  /** The questions of the next alone, read and not answered: what having so many of them costs. */
  @Benchmark
  public int existingUnanswered() {
    DnsName name = existing[next++ & QUESTIONS - 1].name();
    return name.octet(name.length() / 2);
  }

  /** The address of a Service or endpoint, in small letters. */
  @Benchmark
  public DnsAnswer existing() {
    return zone.answer(existing[next++ & QUESTIONS - 1]);
  }

  /** The same, the records read too. */
  @Benchmark
  public ImmutableList<DnsRecord> existingRead() {
    return zone.answer(existing[next++ & QUESTIONS - 1]).answer();
  }

  /** The address of a Service or endpoint, in letters of both cases. */
  @Benchmark
  public DnsAnswer existingMixedCase() {
    return zone.answer(mixed[next++ & QUESTIONS - 1]);
  }

  /** A Service that does not exist. */
  @Benchmark
  public DnsAnswer negative() {
    return zone.answer(negative[next++ & QUESTIONS - 1]);
  }

  /** The name of a cluster IP or of an endpoint's address. */
  @Benchmark
  public DnsAnswer pointer() {
    return zone.answer(pointers[next++ & QUESTIONS - 1]);
  }

  /** The name of an address that nobody has. */
  @Benchmark
  public DnsAnswer pointerOfNobody() {
    return zone.answer(strangers[next++ & QUESTIONS - 1]);
  }

  /** The name of a Pod by its address. */
  @Benchmark
  public DnsAnswer podAddress() {
    return zone.answer(pods[next++ & QUESTIONS - 1]);
  }

  /** The alias of a Service, and its address; the records are made with the answer. */
  @Benchmark
  public DnsAnswer externalName() {
    return zone.answer(aliases[next++ & QUESTIONS - 1]);
  }

  /** The addresses of a headless Service with 100 endpoints, read. */
  @Benchmark
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  public ImmutableList<DnsRecord> addressesOf100() {
    return zone.answer(addressesOf100).answer();
  }

  /** The 100 endpoints of a port, and their addresses, both read. */
  @Benchmark
  @OutputTimeUnit(TimeUnit.MICROSECONDS)
  public int servicesOf100() {
    DnsAnswer answer = zone.answer(servicesOf100);
    return answer.answer().size() + answer.additional().size();
  }
}
