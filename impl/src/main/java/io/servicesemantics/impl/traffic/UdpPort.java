package io.servicesemantics.impl.traffic;

import com.google.common.collect.ImmutableSet;

/**
 * A UDP port of a Service in one family.
 *
 * @param name namespace and name of the Service, and the name of the port
 * @param serving the endpoints that serve, whether ready or not (routing 2.17.3)
 */
record UdpPort(String name, ImmutableSet<Place> serving) {}
