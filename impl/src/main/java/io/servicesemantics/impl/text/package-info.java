/**
 * Text to neutral trees with places, and back: the only room that knows a YAML or JSON library.
 *
 * <p>Start at {@link io.servicesemantics.impl.text.TextReader} and {@link
 * io.servicesemantics.impl.text.TextWriter}. YAML is read as Kubernetes reads it: the scanner is
 * snakeyaml-engine's, what a scalar means and how maps are merged is ours ({@link
 * io.servicesemantics.impl.text.GoScalar}, {@link io.servicesemantics.impl.text.YamlReader}).
 *
 * <p>Nothing here knows what a Service is. Follows {@code sigs.k8s.io/yaml} 1.6 over {@code
 * go.yaml.in/yaml/v2} 2.4, and the stream reader of {@code apimachinery/pkg/util/yaml}.
 */
@CheckReturnValue
@NullMarked
package io.servicesemantics.impl.text;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
