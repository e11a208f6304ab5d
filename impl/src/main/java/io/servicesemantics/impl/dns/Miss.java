package io.servicesemantics.impl.dns;

import io.servicesemantics.dns.DnsReason;

/** Why a name has no items; whether it exists all the same. */
enum Miss implements Found {
  APEX(DnsReason.ZONE_ITSELF, true),
  SERVICES(DnsReason.ALL_SERVICES, true),
  PODS(DnsReason.ALL_PODS, true),
  NAMESPACE(DnsReason.NAMESPACE_OF_SERVICES, true),
  NAMESPACE_OF_PODS(DnsReason.NAMESPACE_OF_PODS, true),
  VERSION(DnsReason.VERSION_OF_SPECIFICATION, true),
  ADDRESSES(DnsReason.ADDRESSES_BELOW, true),
  PROTOCOL(DnsReason.PORTS_OF_PROTOCOL, true),
  SERVER(DnsReason.NAME_OF_SERVER, true),
  NO_SUCH_KIND(DnsReason.NEITHER_SERVICE_NOR_POD, false),
  TOO_DEEP(DnsReason.TOO_MANY_LABELS, false),
  REVERSE_NAME(DnsReason.REVERSE_NAME_OF_OTHER_TYPE, false),
  NO_SUCH_ADDRESS(DnsReason.NOBODY_HAS_ADDRESS, false),
  NO_SUCH_NAMESPACE(DnsReason.NAMESPACE_UNKNOWN, false),
  NO_SUCH_SERVICE(DnsReason.SERVICE_UNKNOWN, false),
  EMPTY_SERVICE(DnsReason.EMPTY_SERVICE_IGNORED, false),
  BELOW_EXTERNAL_NAME(DnsReason.BELOW_EXTERNAL_NAME, false),
  EXTERNAL_ADDRESS(DnsReason.EXTERNAL_NAME_IS_ADDRESS, false),
  NOTHING_READY(DnsReason.HEADLESS_WITHOUT_ENDPOINTS, false),
  NO_SUCH_PORT(DnsReason.PORT_UNKNOWN, false),
  NO_SUCH_ENDPOINT(DnsReason.ENDPOINT_UNKNOWN, false),
  PODS_DISABLED(DnsReason.POD_NAMES_DISABLED, false),
  NO_ADDRESS(DnsReason.POD_NAME_IS_NO_ADDRESS, false),
  NO_SUCH_POD(DnsReason.POD_UNKNOWN, false);

  final DnsReason reason;

  /** Whether the name exists, and merely has no record: NODATA. */
  final boolean exists;

  Miss(DnsReason reason, boolean exists) {
    this.reason = reason;
    this.exists = exists;
  }
}
