/**
 * What becomes of Services when a cluster changes its release: both releases are asked the same,
 * and where they answer otherwise, clusters between them.
 *
 * <p>Start at {@link io.servicesemantics.impl.upgrade.StandardUpgradeAdvisor}.
 *
 * <p>Nothing in this package knows what differs between releases.
 */
@CheckReturnValue
@NullMarked
package io.servicesemantics.impl.upgrade;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
