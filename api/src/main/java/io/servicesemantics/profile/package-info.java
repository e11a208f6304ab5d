/**
 * What differs between clusters.
 *
 * <p>Start at {@link io.servicesemantics.profile.ClusterProfile}. Releases are compared in this
 * package alone: a rule asks whether a gate is on, or whether the cluster has a quirk.
 *
 * <p>Nothing in this package knows what a setting does. Follows the flags and configuration files
 * of the API server, the controller manager, kube-proxy and CoreDNS.
 */
@CheckReturnValue
@NullMarked
package io.servicesemantics.profile;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
