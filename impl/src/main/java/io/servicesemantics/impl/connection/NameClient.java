package io.servicesemantics.impl.connection;

import com.google.common.collect.ImmutableList;
import io.servicesemantics.explain.Because;
import io.servicesemantics.pod.ResolvConf;

/**
 * How a caller looks names up.
 *
 * @param kind whom it asks
 * @param conf its resolv.conf
 * @param hosts the lines of its hosts file
 * @param why how that was found
 */
record NameClient(Kind kind, ResolvConf conf, ImmutableList<String> hosts, Because why) {

  /** Whom a caller asks about names. */
  enum Kind {
    /** The cluster's DNS. */
    CLUSTER,
    /** Servers that know no name of the cluster. */
    OTHERS,
    /** Nobody knows; it is taken to know the names of the cluster from somewhere. */
    UNKNOWN
  }
}
