package io.servicesemantics.routing;

/** By which hints a node narrows the ready endpoints down (routing 2.5). */
public enum TopologyMode {
  /** By none: every ready endpoint is near enough. */
  NONE,
  /** By zone: only ready endpoints hinted for the zone of the node. */
  PREFER_SAME_ZONE,
  /** By node: only ready endpoints hinted for the node itself. */
  PREFER_SAME_NODE
}
