package io.servicesemantics.object;

import static org.assertj.core.api.Assertions.assertThat;

import io.servicesemantics.net.Protocol;
import io.servicesemantics.service.ServiceType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import org.junit.jupiter.api.Test;

class ChoiceTest {

  @Test
  void knownText_isTheOneInstanceOfItsConstant() {
    assertThat(Choice.parse(ServiceType.class, "NodePort"))
        .isSameAs(Choice.of(ServiceType.NODE_PORT));
  }

  @Test
  void everyConstant_readsItsOwnWireName() {
    for (ServiceType type : ServiceType.values()) {
      assertThat(Choice.parse(ServiceType.class, type.wireName()).known()).contains(type);
    }
  }

  @Test
  void unknownText_isKeptAsSaid() {
    Choice<ServiceType> choice = Choice.parse(ServiceType.class, "nodeport");

    assertThat(choice.known()).isEmpty();
    assertThat(choice.text()).isEqualTo("nodeport");
    assertThat(choice.isSaid()).isTrue();
    assertThat(choice.is(ServiceType.NODE_PORT)).isFalse();
    assertThat(choice.orElse(ServiceType.CLUSTER_IP)).isEqualTo(ServiceType.CLUSTER_IP);
  }

  @Test
  void emptyText_isSaidAndUnsaidIsNot() {
    Choice<ServiceType> empty = Choice.parse(ServiceType.class, "");
    Choice<ServiceType> unsaid = Choice.unsaid();

    assertThat(empty.isSaid()).isTrue();
    assertThat(unsaid.isSaid()).isFalse();
    assertThat(empty).isNotEqualTo(unsaid);
    assertThat(empty.text()).isEqualTo(unsaid.text());
  }

  @Test
  void sameUnknownTextOfTwoEnums_differs() {
    assertThat((Object) Choice.parse(ServiceType.class, "x"))
        .isNotEqualTo(Choice.parse(Protocol.class, "x"));
  }

  @Test
  void serialized_comesBackEqual() throws Exception {
    assertThat(copy(Choice.of(ServiceType.NODE_PORT))).isSameAs(Choice.of(ServiceType.NODE_PORT));
    assertThat(copy(Choice.parse(ServiceType.class, "x")))
        .isEqualTo(Choice.parse(ServiceType.class, "x"));
    assertThat(copy(Choice.unsaid())).isSameAs(Choice.unsaid());
  }

  private static Object copy(Object value) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return in.readObject();
    }
  }
}
