/**
 * What a Pod sees of Services from within, as the kubelet hands it over.
 *
 * <p>Start at {@link io.servicesemantics.impl.pod.StandardPodEnvironment}. {@code LinkedServices}
 * says which Services a Pod is told of, {@code ServiceVariables} what a Service becomes, {@code
 * Claims} who gives which name, and {@code OwnVariables} what a container's own values come to.
 *
 * <p>{@link io.servicesemantics.impl.pod.StandardPodResolver} writes a resolv.conf ({@code
 * ResolvConfWriter}, a step a rule, into a {@code ConfDraft} that answer and account are read from)
 * and looks names up ({@code GlibcLookup}, {@code MuslLookup}); {@link
 * io.servicesemantics.impl.pod.StandardPodHostname} names Pods ({@code HostNaming}) and tells
 * whether DNS knows them so ({@code NameInDns}).
 *
 * <p>Follows {@code pkg/kubelet/kubelet_pods.go}, {@code pkg/kubelet/envvars} and {@code
 * third_party/forked/golang/expansion}.
 */
@CheckReturnValue
@NullMarked
package io.servicesemantics.impl.pod;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
