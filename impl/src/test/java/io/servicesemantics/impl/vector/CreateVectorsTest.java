package io.servicesemantics.impl.vector;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class CreateVectorsTest {

  @TestFactory
  Stream<DynamicTest> everyVector_agrees() {
    return VectorTests.of("create");
  }
}
