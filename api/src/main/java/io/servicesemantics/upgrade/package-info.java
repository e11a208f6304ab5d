/**
 * What becomes of Services when a cluster changes its release.
 *
 * <p>Start at {@link io.servicesemantics.upgrade.UpgradeAdvisor}. Every change is told with the
 * feature gates and quirks that bring it about, found by asking clusters in which they alone are
 * otherwise.
 *
 * <p>Nothing in this package knows what differs between releases: that is said in {@link
 * io.servicesemantics.profile.FeatureGate} and {@link io.servicesemantics.profile.Quirk} alone.
 */
@CheckReturnValue
@NullMarked
package io.servicesemantics.upgrade;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
