package io.servicesemantics.impl.dns;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.dns.DnsName;
import io.servicesemantics.dns.DnsReason;
import io.servicesemantics.dns.DnsRecord;
import io.servicesemantics.dns.RecordData;
import io.servicesemantics.dns.ResponseCode;
import io.servicesemantics.endpoint.EndpointSlice;
import io.servicesemantics.net.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * An address that a Service or an endpoint has, as it is stored. It stands in the table by itself,
 * and is the answer to who asks for its name: the PTR record is made when it is read (dns 8).
 */
final class NodeAddress extends ZoneAnswer implements Keyed {

  final NameNode target;
  final String text;
  final @Nullable EndpointSlice slice; // null for a Service's
  private final boolean isAddress; // or else a name
  private final boolean isTold;
  private final long high;
  private final long low;

  /**
   * Takes an address as it is stored.
   *
   * @param isTold whether who asks is told of it (dns 8.3)
   */
  NodeAddress(NameNode target, String text, @Nullable EndpointSlice slice, boolean isTold) {
    this.target = target;
    this.text = text;
    this.slice = slice;
    this.isTold = isTold;
    IpAddress address = HostText.address(text);
    isAddress = address != null;
    high = address == null ? 0 : ReverseAddresses.high(address);
    low = address == null ? 0 : ReverseAddresses.low(address);
  }

  /** The address; null for text that is a name. */
  @Nullable IpAddress address() {
    return isAddress ? ReverseAddresses.of(high, low) : null;
  }

  /** An item that leads to it. */
  Item item(int port) {
    return new Item(text, address(), port, target);
  }

  /** Whether it can be looked up: questions are compared in the canonical spelling (dns 8.2). */
  boolean isCanonical() {
    return isAddress && ReverseAddresses.of(high, low).toString().equals(text);
  }

  @Override
  public int keyHash() {
    return ReverseAddresses.hash(high, low);
  }

  /** Whether it is an address; IPv4 is given in its mapped form, which is asked for as well. */
  boolean isAt(long atHigh, long atLow) {
    return low == atLow && high == atHigh;
  }

  boolean isTold() {
    return isTold;
  }

  boolean isOfService() {
    return target instanceof ServiceEntry;
  }

  /** The PTR record for a name that spells the address. */
  DnsRecord record(DnsName owner) {
    ZoneContext context = target.context();
    DnsName name = ServerNames.orRoot(target.name(context.primary().name));
    return new DnsRecord(owner, context.ttl(), new RecordData.Ptr(name));
  }

  /** The address's own name. */
  DnsName reverseName() {
    return DnsName.parse(ReverseAddresses.of(high, low).reverseName());
  }

  @Override
  DnsReason reason() {
    return isOfService() ? DnsReason.ADDRESS_OF_SERVICE : DnsReason.ADDRESS_OF_ENDPOINT;
  }

  @Override
  public ResponseCode responseCode() {
    return ResponseCode.NOERROR;
  }

  @Override
  public boolean isAuthoritative() {
    return true;
  }

  @Override
  public boolean isNoData() {
    return false;
  }

  @Override
  public ImmutableList<DnsRecord> answer() {
    return ImmutableList.of(record(reverseName()));
  }

  @Override
  public ImmutableList<DnsRecord> authority() {
    return ImmutableList.of();
  }

  @Override
  public ImmutableList<DnsRecord> additional() {
    return ImmutableList.of();
  }
}
