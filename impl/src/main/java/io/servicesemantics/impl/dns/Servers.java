package io.servicesemantics.impl.dns;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsRecord;
import io.servicesemantics.dns.RecordData;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.net.IpAddress;
import io.servicesemantics.net.IpFamily;
import io.servicesemantics.service.Service;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names and addresses of the server itself, as it finds them in the cluster (dns 6.9). */
final class Servers {

  /** A name of the server and one of its addresses. */
  private record Entry(DnsName name, IpAddress address) {}

  private final ZoneContext context;
  private final ImmutableList<Entry> entries;

  private Servers(ZoneContext context, ImmutableList<Entry> entries) {
    this.context = context;
    this.entries = entries;
  }

  /** Finds them; the zone is as the question spells it. */
  static Servers find(ZoneContext context, ZoneIndex index, DnsName zone) {
    ImmutableList.Builder<Entry> entries = ImmutableList.builder();
    boolean isFound = false;
    for (IpAddress own : context.surroundings().ownAddresses()) {
      Set<EndpointSlice> slices = Collections.newSetFromMap(new IdentityHashMap<>());
      for (EndpointNode endpoint : endpointsAt(own, index)) {
        for (NodeAddress place : endpoint.addresses()) {
          EndpointSlice slice = EndpointNode.slice(place);
          if (own.toString().equals(place.text) && slices.add(slice)) {
            isFound = true;
            addOwners(endpoint.entry(), slice, zone, entries);
          }
        }
      }
    }
    if (!isFound) {
      for (IpAddress own : context.surroundings().ownAddresses()) {
        if (!own.isLoopback()) {
          entries.add(new Entry(ServerNames.below(zone), own));
        }
      }
    }
    return new Servers(context, entries.build());
  }

  private static List<EndpointNode> endpointsAt(IpAddress address, ZoneIndex index) {
    List<EndpointNode> endpoints = new ArrayList<>();
    if (address.isLoopback()) {
      return endpoints;
    }
    long high = ReverseAddresses.high(address);
    for (NodeAddress node : index.allAt(high, ReverseAddresses.low(address))) {
      if (node.target instanceof EndpointNode endpoint) {
        endpoints.add(endpoint);
      }
    }
    return endpoints;
  }

  private static void addOwners(
      ServiceEntry entry, EndpointSlice slice, DnsName zone, ImmutableList.Builder<Entry> entries) {
    Service service = entry.service;
    if (service == null) {
      return;
    }
    if (entry.form() != ServiceForm.HEADLESS) {
      for (String text : ServiceForm.clusterIps(service)) {
        add(entry, text, zone, entries);
      }
      return;
    }
    for (EndpointNode other : entry.endpoints()) {
      for (NodeAddress place : other.addresses()) {
        if (EndpointNode.slice(place).equals(slice)) {
          add(other, place.text, zone, entries);
        }
      }
    }
  }

  private static void add(
      NameNode node, String text, DnsName zone, ImmutableList.Builder<Entry> entries) {
    DnsName name = node.name(zone);
    IpAddress address = HostText.address(text);
    if (name != null && address != null) {
      entries.add(new Entry(name, address));
    }
  }

  /** The NS records of a zone, each name once. */
  ImmutableList<DnsRecord> names(DnsName zone) {
    Set<DnsName> told = new LinkedHashSet<>();
    entries.forEach(entry -> told.add(entry.name()));
    return told.stream()
        .map(name -> new DnsRecord(zone, context.ttl(), new RecordData.Ns(name)))
        .collect(ImmutableList.toImmutableList());
  }

  /** An address record for every entry, repeated ones included. */
  ImmutableList<DnsRecord> addresses() {
    return entries.stream()
        .map(entry -> record(entry.name(), entry.address()))
        .collect(ImmutableList.toImmutableList());
  }

  /** The addresses of a family, told of another name. */
  ImmutableList<DnsRecord> addresses(DnsName owner, IpFamily family) {
    return entries.stream()
        .filter(entry -> entry.address().family() == family)
        .map(entry -> record(owner, entry.address()))
        .collect(ImmutableList.toImmutableList());
  }

  private DnsRecord record(DnsName owner, IpAddress address) {
    return new DnsRecord(owner, context.ttl(), new RecordData.Address(address));
  }
}
