/**
 * Reading and writing manifests: text, files and neutral trees to values and back, with every
 * problem and where it stood.
 *
 * <p>Start at {@link io.servicesemantics.manifest.Manifests}, and at {@link
 * io.servicesemantics.manifest.ManifestSet} for what was read. A <i>neutral tree</i> is made of
 * maps with text keys, lists, text, numbers, booleans and null ({@link
 * io.servicesemantics.manifest.SourceDocument}).
 *
 * <p>Nothing in this package knows how a cluster judges what was read. Follows {@code
 * sigs.k8s.io/yaml} and apimachinery's decoders.
 */
@CheckReturnValue
@NullMarked
package io.servicesemantics.manifest;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
