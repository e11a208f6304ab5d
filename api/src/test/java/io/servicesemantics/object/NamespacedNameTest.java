package io.servicesemantics.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class NamespacedNameTest {

  @Property
  void printed_readsBack(
      @ForAll @AlphaChars String namespace, @ForAll @AlphaChars @NotEmpty String name) {
    NamespacedName pair = NamespacedName.of(namespace, name);

    assertThat(NamespacedName.parse(pair.toString())).isEqualTo(pair);
  }

  @Test
  void twoSlashes_areRefusedAndQuoted() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NamespacedName.parse("a/b/c"))
        .withMessageContaining("\"a/b/c\"");
  }

  @Test
  void order_isByNamespaceFirst() {
    assertThat(NamespacedName.of("a", "z")).isLessThan(NamespacedName.of("b", "a"));
    assertThat(NamespacedName.of("a", "a")).isLessThan(NamespacedName.of("a", "b"));
  }
}
