package io.servicesemantics.routing;

import com.google.common.collect.ImmutableList;
import java.io.Serializable;

/**
 * What slices say of one port of a Service in one address family.
 *
 * @param endpoints the endpoints
 * @param unread what was left aside, with the reason: slice by slice in the order of their names,
 *     then the entries that gave way to others
 */
public record SliceReading(PortEndpoints endpoints, ImmutableList<UnreadPart> unread)
    implements Serializable {}
