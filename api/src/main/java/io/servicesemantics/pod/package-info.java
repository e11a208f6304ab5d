/**
 * What a Pod sees of Services from within.
 *
 * <p>Start at {@link io.servicesemantics.pod.PodEnvironment}: the environment variables that stand
 * for Services, and the environment a container starts with. {@link
 * io.servicesemantics.pod.PodResolver} makes a Pod's resolv.conf and looks names up as a program in
 * it does; {@link io.servicesemantics.pod.PodHostname} tells what the Pod is called.
 *
 * <p>Nothing in this package knows ConfigMaps, Secrets or the image's own variables: what a
 * container takes from there is not known here, nor are names that come by {@code envFrom}. Follows
 * the kubelet's {@code kubelet_pods.go} and {@code envvars}.
 */
@CheckReturnValue
@NullMarked
package io.servicesemantics.pod;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
