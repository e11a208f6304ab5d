package io.servicesemantics.impl.dns;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.servicesemantics.cluster.ClusterChange;
import io.servicesemantics.cluster.ClusterSnapshot;
import io.servicesemantics.dns.DnsAnswer;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsQuestion;
import io.servicesemantics.dns.DnsRecord;
import io.servicesemantics.dns.DnsZone;
import io.servicesemantics.dns.RecordData;
import io.servicesemantics.dns.RecordType;
import io.servicesemantics.dns.ResponseCode;
import io.servicesemantics.dns.ZoneFile;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.object.KubernetesObject;
import io.servicesemantics.profile.DnsSettings;
import io.servicesemantics.profile.PodRecords;
import io.servicesemantics.testkit.arbitrary.DnsArbitraries;
import io.servicesemantics.testkit.arbitrary.NamedClusterArbitraries;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** What holds for names in any cluster. */
class DnsLawsTest {

  private static final int TRIES = 100;

  private static final ImmutableList<RecordType> TYPES =
      ImmutableList.of(
          RecordType.A,
          RecordType.AAAA,
          RecordType.SRV,
          RecordType.CNAME,
          RecordType.PTR,
          RecordType.TXT,
          RecordType.NS,
          RecordType.SOA);

  private static final DnsName DOMAIN = DnsName.parse("cluster.local");

  @Provide
  Arbitrary<ClusterSnapshot> worlds() {
    return NamedClusterArbitraries.worlds();
  }

  @Provide
  Arbitrary<ClusterChange> changes() {
    return NamedClusterArbitraries.changes();
  }

  @Provide
  Arbitrary<DnsSettings> settings() {
    return DnsArbitraries.settings();
  }

  @Provide
  Arbitrary<DnsQuestion> questions() {
    return DnsArbitraries.questions();
  }

  @Provide
  Arbitrary<String> labels() {
    return DnsArbitraries.labels();
  }

  private static DnsZone zone(ClusterSnapshot world, DnsSettings settings) {
    return new StandardClusterDns(settings).zoneOf(world);
  }

  private static DnsAnswer ask(DnsZone zone, DnsName name, RecordType type) {
    return zone.answer(DnsQuestion.of(name, type));
  }

  /** Every name that {@code DnsNames} makes of an object that has one leads to what it is of. */
  @Property(tries = TRIES)
  void namesOfObjects_leadToThem(
      @ForAll("worlds") ClusterSnapshot world, @ForAll("settings") DnsSettings settings) {
    DnsZone zone = zone(world, settings);
    NamedObjects objects = new NamedObjects(world, settings);

    objects
        .targets
        .asMap()
        .forEach(
            (name, targets) ->
                assertThat(targetsOf(zone, name))
                    .as("%s of %s", name, world)
                    .isEqualTo(read(targets)));
    objects
        .pods
        .asMap()
        .forEach(
            (name, targets) -> {
              if (!name.toString().contains("--0.")) { // fd00:: reads back as fd00::0
                assertThat(targetsOf(zone, name)).as(name.toString()).isEqualTo(read(targets));
              }
            });
    objects
        .ports
        .asMap()
        .forEach(
            (name, numbers) ->
                assertThat(portsOf(zone, name))
                    .as("%s of %s", name, world)
                    .isEqualTo(Sets.filter(ImmutableSet.copyOf(numbers), number -> number > 0)));
    objects
        .pointers()
        .forEach(
            (address, names) -> {
              DnsName name = DnsName.parse(address.reverseName());
              if (zone.origins().stream().anyMatch(name::isAtOrBelow)) {
                assertThat(pointersAt(zone, name))
                    .as("%s of %s", address, world)
                    .isEqualTo(ImmutableSet.copyOf(names));
              }
            });
  }

  private static Set<Object> read(Iterable<String> targets) {
    Set<Object> all = new LinkedHashSet<>();
    for (String target : targets) {
      IpAddress address = HostText.address(target);
      all.add(address == null ? DnsName.parse(target) : address);
    }
    return all;
  }

  // The addresses told of a name itself, and the name it is another name for.
  private static Set<Object> targetsOf(DnsZone zone, DnsName name) {
    Set<Object> targets = new LinkedHashSet<>();
    for (RecordType type : List.of(RecordType.A, RecordType.AAAA, RecordType.CNAME)) {
      for (DnsRecord record : ask(zone, name, type).answer()) {
        if (record.owner().equals(name)) {
          targets.add(
              record.data() instanceof RecordData.Cname alias
                  ? alias.target()
                  : ((RecordData.Address) record.data()).address());
        }
      }
    }
    return targets;
  }

  private static Set<Integer> portsOf(DnsZone zone, DnsName name) {
    DnsAnswer answer = ask(zone, name, RecordType.SRV);
    assertThat(answer.responseCode()).isEqualTo(ResponseCode.NOERROR);
    Set<Integer> ports = new LinkedHashSet<>();
    answer.answer().forEach(record -> ports.add(((RecordData.Srv) record.data()).port()));
    return ports;
  }

  private static Set<DnsName> pointersAt(DnsZone zone, DnsName name) {
    Set<DnsName> names = new LinkedHashSet<>();
    for (DnsRecord record : ask(zone, name, RecordType.PTR).answer()) {
      names.add(((RecordData.Ptr) record.data()).target());
    }
    return names;
  }

  /** No other name below the zone has records, however near it is to one that has. */
  @Property(tries = TRIES)
  void otherNames_haveNothing(
      @ForAll("worlds") ClusterSnapshot world,
      @ForAll("settings") DnsSettings settings,
      @ForAll("labels") String label,
      @ForAll @Size(8) List<Integer> places) {
    DnsZone zone = zone(world, settings);
    NamedObjects objects = new NamedObjects(world, settings);
    for (DnsName name : neighbours(objects, label, places)) {
      if (isNamed(objects, settings, name)) {
        continue;
      }
      for (RecordType type : TYPES) {
        DnsAnswer answer = ask(zone, name, type);
        assertThat(answer.answer()).as("%s %s of %s", name, type, world).isEmpty();
        assertThat(answer.authority()).hasSize(1);
        assertThat(answer.responseCode()).isIn(ResponseCode.NOERROR, ResponseCode.NXDOMAIN);
      }
    }
  }

  // Each name with a label changed, taken out or put before.
  private static Set<DnsName> neighbours(NamedObjects objects, String label, List<Integer> places) {
    Set<DnsName> names = new LinkedHashSet<>();
    DnsName.tryParse(label).flatMap(alone -> alone.followedBy(DOMAIN)).ifPresent(names::add);
    List<DnsName> known = new ArrayList<>(objects.all());
    known.addAll(objects.pods.keySet());
    for (int i = 0; i < known.size(); i++) {
      List<String> labels = new ArrayList<>(known.get(i).labels());
      int at = Math.floorMod(places.get(i % places.size()), labels.size() - DOMAIN.labelCount());
      List<String> changed = new ArrayList<>(labels);
      changed.set(at, label);
      names.add(DnsName.of(changed));
      List<String> shorter = new ArrayList<>(labels);
      String taken = shorter.remove(at);
      names.add(DnsName.of(shorter));
      shorter.add(0, taken);
      names.add(DnsName.of(shorter));
      known.get(i).below(label).ifPresent(names::add);
    }
    return names;
  }

  // A name in another spelling, a port's without underscores or with an empty label, which stands
  // for any, a Pod's behind other labels, and any address of a Pod where nobody looks.
  private static boolean isNamed(NamedObjects objects, DnsSettings settings, DnsName name) {
    List<String> labels = name.toLowerCase().labels();
    int own = labels.size() - DOMAIN.labelCount();
    if (objects.all().contains(name) || own < 3) {
      return own >= 3 || objects.all().contains(name) || isStructural(name);
    }
    if (labels.get(own - 1).equals("pod")) {
      return settings.pods() == PodRecords.INSECURE
          || objects.pods.containsKey(name.suffix(3 + DOMAIN.labelCount()));
    }
    if (own != 5) {
      return false;
    }
    List<String> port = new ArrayList<>(labels);
    for (int i = 0; i < 2; i++) {
      String label = labels.get(i);
      if (label.equals("_")) {
        return true;
      }
      port.set(i, label.startsWith("_") ? label.substring(1) : label);
    }
    return objects.ports.keySet().stream()
        .anyMatch(known -> withoutUnderscores(known.labels()).equals(port));
  }

  private static List<String> withoutUnderscores(List<String> labels) {
    List<String> port = new ArrayList<>(labels);
    for (int i = 0; i < 2; i++) {
      port.set(i, port.get(i).substring(1));
    }
    return port;
  }

  private static boolean isStructural(DnsName name) {
    return name.equals(DOMAIN)
        || name.equals(DnsName.parse("ns.dns.cluster.local"))
        || name.equals(DnsName.parse("dns-version.cluster.local"));
  }

  /** What stands in a zone's file is what the zone answers, for every name and type in it. */
  @Property(tries = TRIES)
  void zoneFile_readBackAnswersAsTheZone(
      @ForAll("worlds") ClusterSnapshot world, @ForAll("settings") DnsSettings settings) {
    DnsZone zone = zone(world, settings);
    for (DnsName origin : zone.origins()) {
      ZoneFile file = readBack(zone.zoneFile(origin));
      assertThat(file).isEqualTo(zone.zoneFile(origin));
      for (DnsRecord record : file.records()) {
        Set<DnsRecord> there = new LinkedHashSet<>();
        for (DnsRecord other : file.records()) {
          if (other.owner().equals(record.owner()) && other.type().equals(record.type())) {
            there.add(other);
          }
        }
        Set<DnsRecord> told = ofType(zone, record.owner(), record.type());
        if (record.type().equals(RecordType.CNAME)) { // a file may have but one
          assertThat(told).as("%s of %s", record, world).containsAll(there);
        } else {
          assertThat(told).as("%s of %s", record, world).isEqualTo(there);
        }
      }
    }
  }

  // An alias is told whatever address is asked for.
  private static Set<DnsRecord> ofType(DnsZone zone, DnsName name, RecordType type) {
    Set<DnsRecord> records = new LinkedHashSet<>();
    List<RecordType> asked =
        type.equals(RecordType.CNAME)
            ? List.of(RecordType.CNAME, RecordType.A, RecordType.AAAA)
            : List.of(type);
    for (RecordType one : asked) {
      for (DnsRecord record : ask(zone, name, one).answer()) {
        if (record.owner().equals(name) && record.type().equals(type)) {
          records.add(record);
        }
      }
    }
    return records;
  }

  private static ZoneFile readBack(ZoneFile file) {
    ImmutableList.Builder<DnsRecord> records = ImmutableList.builder();
    DnsName origin = DnsName.ROOT;
    for (String line : file.toString().split("\n", -1)) {
      if (line.startsWith("$ORIGIN ")) {
        origin = DnsName.parse(line.substring("$ORIGIN ".length()));
      } else if (!line.isEmpty()) {
        records.add(DnsRecord.parse(line));
      }
    }
    return new ZoneFile(origin, records.build());
  }

  /** Every name of an object stands in the file of its zone. */
  @Property(tries = TRIES)
  void namesOfObjects_areInTheZoneFile(
      @ForAll("worlds") ClusterSnapshot world, @ForAll("settings") DnsSettings settings) {
    Set<DnsName> owners = new LinkedHashSet<>();
    DnsZone zone = zone(world, settings);
    zone.origins()
        .forEach(
            origin ->
                zone.zoneFile(origin).records().forEach(record -> owners.add(record.owner())));
    NamedObjects objects = new NamedObjects(world, settings);

    assertThat(owners).containsAll(objects.targets.keySet());
    objects
        .pointers()
        .keySet()
        .forEach(
            address -> {
              DnsName name = DnsName.parse(address.reverseName());
              if (zone.origins().stream().anyMatch(name::isAtOrBelow)) {
                assertThat(owners).as(world.toString()).contains(name);
              }
            });
  }

  /** In which order objects are listed makes no difference. */
  @Property(tries = TRIES)
  void orderOfObjects_changesNoAnswer(
      @ForAll("worlds") ClusterSnapshot world,
      @ForAll("settings") DnsSettings settings,
      @ForAll Random random) {
    ClusterSnapshot other =
        world
            .withServices(shuffled(world.services(), random))
            .withEndpointSlices(shuffled(world.endpointSlices(), random))
            .withPods(shuffled(world.pods(), random))
            .withNamespaces(shuffled(world.namespaces(), random));

    assertSame(zone(other, settings), zone(world, settings), questionsOf(world, settings));
  }

  private static <T extends KubernetesObject> List<T> shuffled(List<T> objects, Random random) {
    List<T> copy = new ArrayList<>(objects);
    Collections.shuffle(copy, random);
    return copy;
  }

  /** The zone after changes is that of the changed cluster. */
  @Property(tries = TRIES)
  void zoneAfterChanges_isThatOfTheChangedCluster(
      @ForAll("worlds") ClusterSnapshot world,
      @ForAll("settings") DnsSettings settings,
      @ForAll @Size(max = 8) List<@From("changes") ClusterChange> changes) {
    DnsZone zone = zone(world, settings);
    Set<DnsQuestion> questions = new LinkedHashSet<>(questionsOf(world, settings));
    ClusterSnapshot now = world;
    for (ClusterChange change : changes) {
      zone = zone.after(change);
      now = Changed.by(now, change);
      questions.addAll(questionsOf(now, settings));
      assertSame(zone, zone(now, settings), questions);
    }
    DnsZone anew = zone(now, settings);
    for (DnsName origin : zone.origins()) {
      ZoneFile file = zone.zoneFile(origin);
      assertThat(file.changeTo(anew.zoneFile(origin)).isEmpty()).isTrue();
    }
    assertThat(deviating(zone)).isEqualTo(deviating(anew));
  }

  private static Set<DnsQuestion> deviating(DnsZone zone) {
    Set<DnsQuestion> questions = new LinkedHashSet<>();
    zone.deviations().forEach(deviation -> questions.add(deviation.question()));
    return questions;
  }

  /** Any question is answered and explained alike. */
  @Property(tries = TRIES)
  void anyQuestion_isExplainedAsAnswered(
      @ForAll("worlds") ClusterSnapshot world,
      @ForAll("settings") DnsSettings settings,
      @ForAll("questions") DnsQuestion any) {
    DnsZone zone = zone(world, settings);
    Set<DnsQuestion> questions = new LinkedHashSet<>(questionsOf(world, settings));
    questions.add(any);
    any.name()
        .followedBy(DOMAIN)
        .ifPresent(name -> questions.add(new DnsQuestion(name, any.type(), any.dnsClass())));
    for (DnsQuestion question : questions) {
      var explained = zone.explain(question);

      assertThat(explained.value()).isEqualTo(zone.answer(question));
      assertThat(explained.because().toString()).isNotBlank().doesNotContain("null");
    }
  }

  private static Set<DnsQuestion> questionsOf(ClusterSnapshot world, DnsSettings settings) {
    Set<DnsQuestion> questions = new LinkedHashSet<>();
    NamedObjects objects = new NamedObjects(world, settings);
    Set<DnsName> names = new LinkedHashSet<>(objects.all());
    names.addAll(objects.pods.keySet());
    world
        .servicesByName()
        .keySet()
        .forEach(
            name -> new StandardClusterDns(settings).names().ofService(name).ifPresent(names::add));
    world.namespaces().forEach(namespace -> names.add(below("svc", namespace.metadata().name())));
    objects.pointers().keySet().forEach(address -> names.add(DnsName.parse(address.reverseName())));
    for (DnsName name : names) {
      TYPES.forEach(type -> questions.add(DnsQuestion.of(name, type)));
    }
    return questions;
  }

  private static DnsName below(String kind, String namespace) {
    return DOMAIN.below(kind).flatMap(above -> above.below(namespace)).orElseThrow();
  }

  private static void assertSame(DnsZone one, DnsZone other, Iterable<DnsQuestion> questions) {
    for (DnsQuestion question : questions) {
      DnsAnswer answer = one.answer(question);
      DnsAnswer expected = other.answer(question);
      assertThat(answer.responseCode()).as(question.toString()).isEqualTo(expected.responseCode());
      if (!question.type().equals(RecordType.CNAME)) { // of several aliases the first is told
        assertThat(ImmutableSet.copyOf(answer.answer()))
            .as(question.toString())
            .isEqualTo(ImmutableSet.copyOf(expected.answer()));
      }
      assertThat(ImmutableSet.copyOf(answer.additional()))
          .isEqualTo(ImmutableSet.copyOf(expected.additional()));
    }
  }
}
