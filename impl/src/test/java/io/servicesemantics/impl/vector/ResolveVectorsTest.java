package io.servicesemantics.impl.vector;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ResolveVectorsTest {

  @TestFactory
  Stream<DynamicTest> everyVector_agrees() {
    return VectorTests.of("resolve");
  }
}
