package io.servicesemantics.impl.vector;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class YamlVectorsTest {

  // Go's scanner takes a comma as part of a tag, and a dash before a comma as text; the engine's
  // does neither.
  @TestFactory
  Stream<DynamicTest> everyVector_agreesWhereTheScannersDo() {
    return VectorTests.of("yaml", "yaml/item-088", "yaml/item-142", "yaml/random-flow-0073");
  }
}
