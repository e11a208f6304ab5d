/**
 * Text to neutral trees with places, and back: the only room that knows a YAML or JSON library.
 *
 * <p>Start at {@link io.servicesemantics.impl.text.TextReader} and {@link
 * io.servicesemantics.impl.text.TextWriter}. YAML is read as Kubernetes reads it: the scanner is
 * snakeyaml-engine's; what a scalar means ({@code GoScalar}), how maps are merged and aliases
 * counted ({@code YamlReader}, {@code YamlTree}) is ours.
 *
 * <p>Nothing here knows what a Service is. Follows {@code sigs.k8s.io/yaml} 1.6 over {@code
 * go.yaml.in/yaml/v2} 2.4, and the stream reader of {@code apimachinery/pkg/util/yaml}.
 */
@CheckReturnValue
@NullMarked
package io.servicesemantics.impl.text;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
