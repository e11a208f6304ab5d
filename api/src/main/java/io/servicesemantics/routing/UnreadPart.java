package io.servicesemantics.routing;

import io.servicesemantics.fault.FieldPath;
import io.servicesemantics.object.NamespacedName;
import java.io.Serializable;

/**
 * A slice, or a part of one, that kube-proxy does not read or that gave way to another.
 *
 * @param reason why
 * @param slice the slice
 * @param field what is not read, as a path in the slice
 * @param text what stands there; empty where nothing does
 */
public record UnreadPart(SelectionReason reason, NamespacedName slice, FieldPath field, String text)
    implements Serializable {}
